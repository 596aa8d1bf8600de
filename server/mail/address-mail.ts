import type { SendMailOptions } from 'nodemailer';
import type { Context } from '../context.ts';
import type { OutboxDocument } from '../store/outbox.ts';
import { bounceAddress } from './bounce-address.ts';
import { mailMessageId } from './mail-message-id.ts';

/** Completes a mail for its way: one envelope recipient, the postmaster as sender (reports go to an address of the mail's own), the
 *  Message-ID of the row, and what tells machines not to answer (RFC 3834; X-Auto-Response-Suppress of Exchange, without NDR: bounces are wanted). What people wrote themselves is not
 *  marked as generated. */
export function addressMail(
  mail: SendMailOptions,
  row: Pick<OutboxDocument, 'kind' | 'address' | 'messageId' | 'mailMessageId'>,
  { config, keys, clock }: Pick<Context, 'config' | 'keys' | 'clock'>,
): SendMailOptions {
  const postmaster = config.ORGANISATION_POSTMASTER;
  return {
    from: { name: config.ORGANISATION_NAME, address: postmaster },
    to: { name: '', address: row.address },
    ...mail,
    headers: {
      ...(row.kind === 'message' ? {} : { 'Auto-Submitted': 'auto-generated' }),
      'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply',
      ...(mail.headers as Record<string, string> | undefined),
    },
    envelope: { from: bounceAddress(row, { config, keys }), to: [row.address] },
    // A report needs none of the message itself (RFC 3461, 4.3).
    ...(config.BOUNCE_ADDRESS ? { dsn: { envid: row.mailMessageId, ret: 'HDRS', notify: ['FAILURE', 'DELAY'] } } : {}),
    messageId: mailMessageId(row, config),
    date: clock.now(),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
