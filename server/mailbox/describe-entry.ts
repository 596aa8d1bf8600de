import type { Folder, MailboxEntry } from '../../contract/mailbox.ts';
import { unsealSummary } from '../security/delivery-summary.ts';
import type { DeliveryDocument } from '../store/deliveries.ts';

/** A line of the mailbox as its reader sees it at `now`. @throws SealBrokenError when its summary was altered */
export function describeEntry(row: DeliveryDocument, accountKey: Buffer, now: Date): MailboxEntry {
  const {
    sender,
    recipients,
    subject,
    attachmentCount,
    isUndelivered = false,
  } = unsealSummary(row.sealedSummary, row._id, accountKey);
  const state = stateOf(row, now);
  const endedAt = state === 'recalled' ? row.recalledAt : state === 'expired' ? row.expiresAt : null;
  return {
    deliveryId: row._id,
    folder: shownFolder(row),
    isOwn: row.role === 'author',
    sender,
    recipients: [...recipients],
    subject,
    attachmentCount,
    isUndelivered,
    sentAt: row.sentAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    isUnread: row.isUnread,
    state,
    isRemoved: row.isStripped ?? false,
    endedAt: endedAt?.toISOString() ?? null,
    moreTimeAskedAt: row.moreTimeAskedAt?.toISOString() ?? null,
  };
}

/** The folder a reader finds an entry in. */
export function shownFolder({ folder, role }: Pick<DeliveryDocument, 'folder' | 'role'>): Folder {
  if (folder === 'deleted' || folder === 'purged') return 'deleted';
  return role === 'author' ? 'sent' : 'inbox';
}

function stateOf({ recalledAt, expiresAt }: DeliveryDocument, now: Date): MailboxEntry['state'] {
  if (recalledAt !== null) return 'recalled';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'readable';
}
