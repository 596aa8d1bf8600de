import type { SentEntry, TrackedMessage } from '../../contract/track.ts';

const idOf = (text: string) => text.padEnd(22, '0').slice(0, 22);

/** A line of what Alex sent to Pat. */
export function aSentEntry(changes: Partial<SentEntry> = {}): SentEntry {
  const counts = { recipientCount: 1, portalCount: 1, openedCount: 0, bouncedCount: 0, recalledCount: 0 };
  const more = { unreachableCount: 0, askedCount: 0 };
  const subject = changes.subject ?? 'Your scan results';
  const recipients = [{ address: 'pat@client.example', name: 'Pat Doe' }];
  const messageId = idOf(subject.replace(/\W/g, ''));
  return { messageId, isPurged: false, subject, sentAt: '2026-11-22T09:11:00.000Z', recipients, ...counts, ...more, ...changes };
}

/** A recipient in the portal to whom nothing has happened but the notification. */
export function aTrackedRecipient(changes: Partial<TrackedMessage['recipients'][number]> = {}) {
  const address = changes.address ?? 'pat@client.example';
  return {
    ...{ deliveryId: idOf(address.replace(/\W/g, '')), address, name: '', kind: 'to' as const, route: 'portal' as const },
    ...{ expiresAt: '2126-11-22T09:11:00.000Z', recalledAt: null, notifiedAt: '2026-11-22T09:12:00.000Z', nextTryAt: null },
    ...{
      delayedAt: null,
      bouncedAt: null,
      bounceReason: null,
      firstOpenedAt: null,
      lastOpenedAt: null,
      downloads: [],
      repliedAt: null,
    },
    ...{ moreTimeAskedAt: null, failedSignIns: null },
    ...changes,
  };
}

/** What is told of a message to these recipients. */
export function aTrackedMessage(...recipients: TrackedMessage['recipients']): TrackedMessage {
  const { messageId, isPurged, subject, sentAt } = aSentEntry();
  return { messageId, isPurged, subject, sentAt, recipients: recipients.length > 0 ? recipients : [aTrackedRecipient()] };
}
