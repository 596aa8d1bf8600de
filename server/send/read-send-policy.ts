import type { OutputOf } from '../../contract/endpoint.ts';
import type * as send from '../../contract/send.ts';
import type { Context } from '../context.ts';
import type { Staff } from '../http/who.ts';
import { readEffectivePolicy } from '../message/effective-policy.ts';
import { insideBytesOf } from '../mail-size.ts';
import { sendersOf } from './senders-of.ts';

/** The organisation's rules for a message from Outlook, sizes in bytes. */
export async function readSendPolicy(
  _input: object,
  caller: Staff,
  { config }: Context,
): Promise<OutputOf<typeof send.readSendPolicy>> {
  return {
    organisationName: config.ORGANISATION_NAME,
    organisationDomains: [...config.ORGANISATION_DOMAINS],
    senders: sendersOf(caller, config),
    maxAttachmentsBytes: config.MAX_ATTACHMENTS_BYTES,
    maxInsideBytes: insideBytesOf(config),
    subjectTag: config.SUBJECT_TAG,
    ...(await readEffectivePolicy(config)),
  };
}
