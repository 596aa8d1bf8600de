import type { TrackedMessage } from '../../contract/track.ts';
import type { SentAction } from './tracked-flow.ts';
import { hasExpired, type TrackedRecipient } from './timeline-of.ts';

export type Standing =
  'recalled' | 'expired' | 'bounced' | 'delayed' | 'asked' | 'replied' | 'opened' | 'mailed' | 'notified' | 'waiting';

/** How things stand with a recipient, in one word: what asks for attention comes before what went well. */
export function standingOf(recipient: TrackedRecipient, now: Date): Standing {
  const { route, recalledAt, bouncedAt, nextTryAt, delayedAt, moreTimeAskedAt, repliedAt, firstOpenedAt, notifiedAt } = recipient;
  const isExpired = hasExpired(recipient, now);
  if (recalledAt) return 'recalled';
  if (bouncedAt) return 'bounced';
  if (isExpired) return moreTimeAskedAt ? 'asked' : 'expired';
  if (repliedAt) return 'replied';
  if (firstOpenedAt) return 'opened';
  if (nextTryAt || delayedAt) return 'delayed';
  if (!notifiedAt) return 'waiting';
  return route === 'mail' ? 'mailed' : 'notified';
}

export type ActionKind = SentAction['kind'];

/** What can still be done for a recipient, the likeliest first: nothing that the server would refuse, nothing for who has the message as a mail. */
export function actionsFor(recipient: TrackedRecipient, { isPurged }: TrackedMessage, now: Date): readonly ActionKind[] {
  if (isPurged || recipient.route === 'mail' || recipient.recalledAt) return [];
  if (hasExpired(recipient, now)) return ['extend', 'recall'];
  if (!recipient.bouncedAt) return ['recall', 'extend', 'again', 'end', 'correct'];
  const remedies = ['correct', 'again'] as const;
  return [...(recipient.bounceReason === 'unknown-address' ? remedies : remedies.toReversed()), 'recall', 'extend', 'end'];
}

/** What can be done for all at once, where more than one can be reached. */
export function actionsForAll(message: TrackedMessage, now: Date): readonly ActionKind[] {
  const kinds = message.recipients.map((recipient) => actionsFor(recipient, message, now));
  const reached = kinds.filter((each) => each.length > 0).length;
  return reached > 1 ? (['recall', 'extend', 'end'] as const).filter((kind) => kinds.some((each) => each.includes(kind))) : [];
}
