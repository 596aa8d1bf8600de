/** What a test chooses about a report; the rest is a failure as Postfix reports it. */
export interface ReportWish {
  readonly to?: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  /** In place of the whole machine-readable part. */
  readonly fields?: string;
  readonly contentType?: string;
  readonly statusType?: string;
}

/** A delivery status notification (RFC 3464) as another mail server writes it, whole. */
export function aReport(wish: ReportWish = {}): string {
  const { to = 'bounce@bounces.harbour.example', action = 'failed', status = '5.1.1' } = wish;
  const {
    diagnostic = 'smtp; 550 5.1.1 <pat@client.example>: Recipient address rejected',
    statusType = 'message/delivery-status',
  } = wish;
  const recipient = `Final-Recipient: rfc822; pat@client.example\nAction: ${action}\nStatus: ${status}\nDiagnostic-Code: ${diagnostic}`;
  const fields =
    wish.fields ?? `Reporting-MTA: dns; mx.client.example\nArrival-Date: Sun, 22 Nov 2026 09:00:00 +0000\n\n${recipient}\n`;
  const lines = `From: MAILER-DAEMON@client.example
To: ${to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: ${wish.contentType ?? 'multipart/report; report-type=delivery-status; boundary="part"'}

This is a MIME-encapsulated message.

--part
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--part
Content-Type: ${statusType}

${fields}
--part
Content-Type: text/rfc822-headers

From: postmaster@harbour.example
To: pat@client.example
Subject: Secure message from Alex Morgan

--part--
`;
  return lines.replace(/\r?\n/g, '\r\n');
}

const NUL = '\u0000';

/** Mails that say nothing to be believed, each by what is wrong with it. */
export function brokenReports(to: string): readonly (readonly [string, string | Buffer])[] {
  const whole = aReport({ to });
  const plain = (text: string) => `To: ${to}\r\nSubject: Re: Secure message\r\n\r\n${text}\r\n`;
  const nested = (depth: number) =>
    Array.from(
      { length: depth },
      (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`,
    ).join('');
  return [
    ['nothing at all', ''],
    ['an answer of somebody who is away', plain('I am away until Monday. Action: failed')],
    ['a report in words only', plain('Final-Recipient: rfc822; pat@client.example\r\nAction: failed\r\nStatus: 5.1.1')],
    ['no part of a report', aReport({ to, statusType: 'text/plain' })],
    ['a report about something else', aReport({ to, statusType: 'message/disposition-notification' })],
    ['a mail that is no report', aReport({ to, contentType: 'multipart/mixed; boundary="part"' })],
    ['a boundary that never comes', aReport({ to, contentType: 'multipart/report; boundary="other"' })],
    ['no boundary', aReport({ to, contentType: 'multipart/report; report-type=delivery-status' })],
    ['cut in its head', whole.slice(0, 120)],
    ['cut before what it reports', whole.slice(0, whole.indexOf('Final-Recipient'))],
    ['cut in the middle of the action', whole.slice(0, whole.indexOf('Action: f') + 8)],
    ['an empty report', aReport({ to, fields: '' })],
    ['no action', aReport({ to, fields: 'Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; p@c.example\nStatus: 5.1.1\n' })],
    ['an unknown action', aReport({ to, action: 'exploded' })],
    ['a success', aReport({ to, action: 'delivered', status: '2.0.0' })],
    ['a relayed mail', aReport({ to, action: 'relayed', status: '2.0.0' })],
    ['an action on a line without a name', aReport({ to, fields: '\n: failed\nfailed\nAction failed\n' })],
    ['a report inside an attached mail', plain('').replace('\r\n\r\n', '\r\nContent-Type: message/rfc822\r\n\r\n') + whole],
    ['parts nested a thousand deep', `To: ${to}\r\n${nested(1000)}`],
    ['a header of 200 KB', `X-Long: ${'x'.repeat(200_000)}\r\n${whole}`],
    ['forty thousand header lines', 'X: y\r\n'.repeat(40_000) + whole],
    ['nothing but boundaries', `${whole.slice(0, whole.indexOf('--part'))}${'--part\r\n'.repeat(25_000)}`],
    ['nothing but colons', aReport({ to, fields: ':'.repeat(200_000) })],
    ['nothing but blank lines', aReport({ to, fields: '\n'.repeat(200_000) })],
    ['four thousand folded blanks', aReport({ to, fields: `Action: ${'\n '.repeat(4000)}` })],
    ['nothing but folded blanks', aReport({ to, fields: `Action: ${'\n '.repeat(60_000)}` })],
    ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256))],
    ['zeros in every line', whole.replaceAll('\r\n', `${NUL}\r\n`).replace('Action: failed', `Act${NUL}ion: failed`)],
    ['an operator in place of an action', aReport({ to, action: '{"$ne": null}' })],
    ['a broken transfer encoding', aReport({ to, statusType: 'message/delivery-status\nContent-Transfer-Encoding: base64' })],
  ];
}
