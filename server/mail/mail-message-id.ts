import { domainOf } from '../../contract/address.ts';
import { readMessageId } from '../../contract/message-id.ts';
import type { Config } from '../config.ts';
import type { OutboxDocument } from '../store/outbox.ts';

/** Mails that hold a message, not only word of one. */
const CARRIERS: ReadonlySet<OutboxDocument['kind']> = new Set(['message', 'copy', 'archive-copy']);

type Postmaster = Pick<Config, 'ORGANISATION_POSTMASTER'>;

/** The Message-ID of a mail (RFC 5322, 3.6.4): the same at each try, another for each recipient. A mail that carries a message names it, so that
 *  an answer from Outlook tells what it answers. */
export function mailMessageId(
  { kind, messageId, mailMessageId: own }: Pick<OutboxDocument, 'kind' | 'messageId' | 'mailMessageId'>,
  { ORGANISATION_POSTMASTER }: Postmaster,
): string {
  const carries = messageId && CARRIERS.has(kind) ? `message.${messageId}.` : '';
  return `<${carries}${own}@${domainOf(ORGANISATION_POSTMASTER)}>`;
}

/** The id of a message itself in the headers of its mails: what a conversation is made of. */
export function threadMessageId(messageId: string, { ORGANISATION_POSTMASTER }: Postmaster): string {
  return `<message.${messageId}@${domainOf(ORGANISATION_POSTMASTER)}>`;
}

/** The message that a Message-ID of ours names; null for any other. */
export function messageNamedBy(mailId: string, { ORGANISATION_POSTMASTER }: Postmaster): string | null {
  const read = readMessageId(mailId);
  return read?.domain === domainOf(ORGANISATION_POSTMASTER) ? read.messageId : null;
}
