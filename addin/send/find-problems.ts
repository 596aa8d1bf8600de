import type * as z from 'zod/mini';
import { domainOf, hasControlCharacter, normaliseAddress } from '../../contract/address.ts';
import { limits } from '../../contract/limits.ts';
import type { readSendPolicy } from '../../contract/send.ts';
import type { UnreadableReason } from '../outlook/read-attachment.ts';
import type { OutgoingMessage } from './outgoing-message.ts';

export type SendPolicy = z.output<typeof readSendPolicy.output>;

/** What keeps a message from being sent. Sizes in bytes. */
export type Problem =
  /** The draft changed while it was on its way, so nothing was sent. */
  | { readonly kind: 'changed_meanwhile' }
  /** What the review warns of now it did not when the message was wanted sent. */
  | { readonly kind: 'warned_anew' }
  | { readonly kind: 'sender_unknown' }
  | { readonly kind: 'sender_not_allowed'; readonly name: string }
  | { readonly kind: 'no_recipients' }
  | { readonly kind: 'too_many_recipients'; readonly limit: number }
  | { readonly kind: 'recipient_without_address' | 'list_without_address'; readonly name: string }
  | { readonly kind: 'subject_too_long'; readonly limit: number }
  | { readonly kind: 'subject_unreadable' }
  | { readonly kind: 'text_too_large'; readonly limit: number }
  | { readonly kind: 'too_many_files'; readonly limit: number }
  | { readonly kind: 'files_too_large'; readonly limit: number }
  | { readonly kind: 'too_large_inside'; readonly limit: number }
  | { readonly kind: 'unreadable_file'; readonly fileId: string; readonly name: string; readonly reason: UnreadableReason };

/** Everything that is in the way of sending this message now, by the limits of the product and the organisation's policy. */
export function findProblems(message: OutgoingMessage, policy: SendPolicy): Problem[] {
  return [
    ...senderProblems(message, policy),
    ...recipientProblems(message),
    ...textProblems(message),
    ...fileProblems(message, policy),
  ];
}

/** Whether an address belongs to the organisation itself. */
export function isInside(address: string, { organisationDomains }: SendPolicy): boolean {
  const normalised = normaliseAddress(address);
  return normalised !== null && organisationDomains.includes(domainOf(normalised));
}

function senderProblems({ from }: OutgoingMessage, { senders }: SendPolicy): Problem[] {
  if (senders.length === 0) return [{ kind: 'sender_unknown' }];
  return senders.includes(normaliseAddress(from) ?? '') ? [] : [{ kind: 'sender_not_allowed', name: from }];
}

function recipientProblems({ recipients }: OutgoingMessage): Problem[] {
  if (recipients.length === 0) return [{ kind: 'no_recipients' }];
  const count = new Set(recipients.map(({ address }) => normaliseAddress(address) ?? address)).size;
  const problems: Problem[] = count > limits.recipients ? [{ kind: 'too_many_recipients', limit: limits.recipients }] : [];
  const nameless = recipients.filter(({ address }) => normaliseAddress(address) === null);
  return [
    ...problems,
    ...nameless.map(({ name, address, isList }) => ({
      kind: isList ? ('list_without_address' as const) : ('recipient_without_address' as const),
      name: name || address,
    })),
  ];
}

function textProblems({ subject, html }: OutgoingMessage): Problem[] {
  const problems: Problem[] = [];
  if (subject.length > limits.subjectCharacters) problems.push({ kind: 'subject_too_long', limit: limits.subjectCharacters });
  if (hasControlCharacter(subject)) problems.push({ kind: 'subject_unreadable' });
  if (bytesOf(html) > limits.messageHtmlBytes) problems.push({ kind: 'text_too_large', limit: limits.messageHtmlBytes });
  return problems;
}

function fileProblems({ files, recipients, html }: OutgoingMessage, policy: SendPolicy): Problem[] {
  const problems: Problem[] = files.flatMap(({ id, name, unreadable }) =>
    unreadable ? [{ kind: 'unreadable_file' as const, fileId: id, name, reason: unreadable }] : [],
  );
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (files.length > limits.attachments) problems.push({ kind: 'too_many_files', limit: limits.attachments });
  if (bytes > policy.maxAttachmentsBytes) problems.push({ kind: 'files_too_large', limit: policy.maxAttachmentsBytes });
  else if (recipients.some(({ address }) => isInside(address, policy)) && bytes + bytesOf(html) > policy.maxInsideBytes) {
    problems.push({ kind: 'too_large_inside', limit: policy.maxInsideBytes });
  }
  return problems;
}

function bytesOf(text: string): number {
  return new Blob([text]).size;
}
