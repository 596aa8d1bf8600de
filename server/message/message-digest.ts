import type { Context } from '../context.ts';
import type { Draft } from './accept-message.ts';

/** A keyed hash over everything the author chose, and the files by their content; never by upload ids, which differ when a retry uploads again. */
export function messageDigest(draft: Draft, fileDigests: readonly string[], { keys }: Pick<Context, 'keys'>): string {
  const files = draft.attachments.map(({ name, contentType, contentId }, index) => [
    name,
    contentType,
    contentId,
    fileDigests[index],
  ]);
  const { author, recipients, subject, html, policy, expiresInDays, answers, wantsReceipt = false, hasQuote = false } = draft;
  const people = recipients.map(({ address, name, kind }) => [kind, address, name]);
  return keys
    .hash(
      'message-digest',
      JSON.stringify([author.address, people, subject, html, policy, expiresInDays, answers, files, wantsReceipt, hasQuote]),
    )
    .toString('base64url');
}
