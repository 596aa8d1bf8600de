import type { OutputOf } from '../../contract/endpoint.ts';
import type * as send from '../../contract/send.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../http/who.ts';
import { insideBytesOf } from '../mail/mail-size.ts';

/** The organisation's rules for a message from Outlook, sizes in bytes. */
export async function readSendPolicy(
  _input: object,
  _caller: Staff,
  { config }: Context,
): Promise<OutputOf<typeof send.readSendPolicy>> {
  return {
    organisationName: config.ORGANISATION_NAME,
    organisationDomains: [...config.ORGANISATION_DOMAINS],
    maxAttachmentsBytes: config.MAX_ATTACHMENTS_BYTES,
    maxInsideBytes: insideBytesOf(config),
    maxExpiresInDays: config.MAX_EXPIRES_IN_DAYS,
    mayNeverExpire: config.MAY_NEVER_EXPIRE,
    defaults: {
      expiresInDays: config.DEFAULT_EXPIRES_IN_DAYS,
      allowReply: true,
      allowReplyAll: true,
      allowPrint: true,
      allowDownload: true,
      readReceipt: false,
    },
  };
}
