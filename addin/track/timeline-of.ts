import type { TrackedMessage } from '../../contract/track.ts';
import { sentTexts } from '../texts/sent-texts.ts';

export type TrackedRecipient = TrackedMessage['recipients'][number];

/** How a line of the timeline is to be taken. */
export type Tone = 'done' | 'good' | 'bad' | 'ended' | 'ahead';

/** One line of a timeline. */
export interface TimelineEvent {
  readonly text: string;
  readonly tone: Tone;
  /** When it happened or will happen; null for what waits. */
  readonly at: string | null;
}

/** What happened for a recipient, in the order in which it last happened, and at the end what is ahead. */
export function timelineOf(recipient: TrackedRecipient, now: Date): readonly TimelineEvent[] {
  const past = [...delivered(recipient), ...read(recipient), ...ended(recipient, now)];
  past.sort((one, other) => Date.parse(one.at ?? '') - Date.parse(other.at ?? ''));
  return [...past, ...ahead(recipient, now)];
}

/** Whether a recipient's time to read is over at `now`. */
export function hasExpired({ expiresAt }: TrackedRecipient, now: Date): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now.getTime();
}

function* delivered(recipient: TrackedRecipient): Generator<TimelineEvent> {
  const { route, notifiedAt, delayedAt, bouncedAt, bounceReason } = recipient;
  const { events } = sentTexts;
  if (notifiedAt)
    yield { text: route === 'mail' ? events.mailed(notifiedAt) : events.notified(notifiedAt), tone: 'done', at: notifiedAt };
  if (delayedAt) yield { text: events.late(delayedAt), tone: 'bad', at: delayedAt };
  if (bouncedAt) yield { text: events.bounced(bouncedAt, bounceReason ?? 'unclear'), tone: 'bad', at: bouncedAt };
}

function* read(recipient: TrackedRecipient): Generator<TimelineEvent> {
  const { firstOpenedAt, lastOpenedAt, downloads, repliedAt, moreTimeAskedAt, failedSignIns } = recipient;
  const { events } = sentTexts;
  if (failedSignIns) {
    const { count, lastAt } = failedSignIns;
    yield { text: events.failedSignIns(count, lastAt), tone: 'bad', at: lastAt };
  }
  if (firstOpenedAt) yield { text: events.opened(firstOpenedAt), tone: 'good', at: firstOpenedAt };
  if (lastOpenedAt && lastOpenedAt !== firstOpenedAt)
    yield { text: events.openedAgain(lastOpenedAt), tone: 'good', at: lastOpenedAt };
  for (const { name, firstAt, lastAt, count } of downloads) {
    const text = count === 1 ? events.downloaded(name, firstAt) : events.downloadedAgain(name, count, lastAt);
    yield { text, tone: 'good', at: lastAt };
  }
  if (repliedAt) yield { text: events.replied(repliedAt), tone: 'good', at: repliedAt };
  if (moreTimeAskedAt) yield { text: events.asked(moreTimeAskedAt), tone: 'bad', at: moreTimeAskedAt };
}

function* ended(recipient: TrackedRecipient, now: Date): Generator<TimelineEvent> {
  const { recalledAt, expiresAt } = recipient;
  if (recalledAt) yield { text: sentTexts.events.recalled(recalledAt), tone: 'ended', at: recalledAt };
  else if (expiresAt && hasExpired(recipient, now))
    yield { text: sentTexts.events.expired(expiresAt), tone: 'ended', at: expiresAt };
}

function* ahead(recipient: TrackedRecipient, now: Date): Generator<TimelineEvent> {
  const { route, notifiedAt, bouncedAt, nextTryAt, recalledAt, expiresAt } = recipient;
  const { events } = sentTexts;
  if (recalledAt) return;
  if (nextTryAt) yield { text: events.delayed(nextTryAt), tone: 'bad', at: nextTryAt };
  else if (!notifiedAt && !bouncedAt && !hasExpired(recipient, now))
    yield { text: route === 'mail' ? events.waitingMail : events.waiting, tone: 'ahead', at: null };
  if (route === 'mail') return;
  if (expiresAt === null) yield { text: events.neverExpires, tone: 'ahead', at: null };
  else if (!hasExpired(recipient, now)) yield { text: events.expires(expiresAt), tone: 'ahead', at: expiresAt };
}
