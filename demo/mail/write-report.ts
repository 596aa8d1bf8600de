import MimeNode from 'nodemailer/lib/mime-node';
import { domainOf } from '../../contract/address.ts';
import type { Refusal } from './refused-address.ts';

/** A mail that could not be delivered. */
export interface ReturnedMail {
  /** Its envelope sender, whom the report goes to. */
  readonly from: string;
  readonly to: string;
  /** Its header lines. */
  readonly headers: string;
  readonly refusal: Refusal;
}

/** The delivery status notification (RFC 3464) about a mail, as the recipient's mail server writes it. */
export async function writeReport({ from, to, headers, refusal }: ReturnedMail): Promise<Buffer> {
  const server = `mx.${domainOf(to)}`;
  const report = new MimeNode('multipart/report; report-type=delivery-status');
  report.setHeader({
    from: { name: 'Mail Delivery System', address: `mailer-daemon@${server}` },
    to: from,
    subject: 'Undelivered Mail Returned to Sender',
    'auto-submitted': 'auto-replied',
  });
  report
    .createChild('text/plain; charset=utf-8')
    .setContent(`This is the mail server ${server}.\n\nYour mail to ${to} could not be delivered.\n${refusal.words}\n`);
  report
    .createChild('message/delivery-status')
    .setContent(
      `Reporting-MTA: dns; ${server}\nArrival-Date: ${new Date().toUTCString().replace('GMT', '+0000')}\n\n` +
        `Final-Recipient: rfc822; ${to}\nAction: failed\nStatus: ${refusal.status}\nDiagnostic-Code: smtp; ${refusal.answer}\n`,
    );
  report.createChild('text/rfc822-headers').setContent(headers);
  return report.build();
}
