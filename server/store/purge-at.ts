import type { MessageAuthor, MessageRecipient } from './message-document.ts';

const DAY_MS = 24 * 3_600_000;
/** How long a message that nobody may read any more can still be extended. */
const PURGE_AFTER_DAYS = 30;

interface Ends {
  readonly author: Pick<MessageAuthor, 'kind'>;
  readonly recipients: readonly Pick<MessageRecipient, 'route' | 'recalledAt' | 'expiresAt'>[];
  readonly createdAt: Date;
}

/** When a message may be purged: thirty days after the last of its readers in the portal could read it, null while one of them always can. What
 *  went as mail alone ended when it was made, unless its author reads it in a mailbox of their own. */
export function purgeAtOf({ author, recipients, createdAt }: Ends): Date | null {
  const readers = recipients.filter(({ route }) => route === 'portal');
  if (readers.length === 0 && author.kind === 'account') return null;
  const ends = readers.length === 0 ? [createdAt] : readers.map(({ recalledAt, expiresAt }) => recalledAt ?? expiresAt);
  const last = Math.max(...ends.map((end) => end?.getTime() ?? Infinity));
  return Number.isFinite(last) ? new Date(last + PURGE_AFTER_DAYS * DAY_MS) : null;
}

/** The same as an expression of an update, so that it changes with the rights; for messages that have a reader in the portal. */
export function purgeAtExpression(): Record<string, unknown> {
  const readers = { $filter: { input: '$recipients', as: 'one', cond: { $eq: ['$$one.route', 'portal'] } } };
  const endOfOne = { $ifNull: ['$$one.recalledAt', { $ifNull: ['$$one.expiresAt', null] }] };
  const ends = { $map: { input: readers, as: 'one', in: endOfOne } };
  return { $cond: [{ $in: [null, ends] }, null, { $add: [{ $max: ends }, PURGE_AFTER_DAYS * DAY_MS] }] };
}
