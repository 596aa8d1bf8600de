import type { InputOf, OutputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type * as mailbox from '../../contract/mailbox.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { openAccountKey, unsealSummary } from '../security/delivery-summary.ts';
import { findAccount } from '../store/accounts.ts';
import { countUnread, type DeliveryDocument, listFolder, type PageStart } from '../store/deliveries.ts';

type Listed = OutputOf<typeof mailbox.listDeliveries>;

/** One page of the caller's folder, newest first. @throws invalid_input for a cursor that is none */
export async function listDeliveries(
  { folder, cursor }: InputOf<typeof mailbox.listDeliveries>,
  { accountId }: Recipient,
  { clock, keys }: Context,
): Promise<Listed> {
  const start = cursor === undefined ? null : readCursor(cursor);
  const [account, rows, unreadCount] = await Promise.all([
    findAccount(accountId),
    listFolder(accountId, folder, start, limits.pageOfDeliveries + 1),
    countUnread(accountId, limits.countedUnread + 1),
  ]);
  if (!account) throw new AppError('not_signed_in');
  const accountKey = await openAccountKey(account, keys);
  const page = rows.slice(0, limits.pageOfDeliveries);
  const last = page.at(-1);
  return {
    entries: page.map((row) => describeEntry(row, accountKey, clock.now())),
    nextCursor: rows.length > page.length && last ? writeCursor(last) : null,
    unreadCount,
  };
}

function describeEntry(row: DeliveryDocument, accountKey: Buffer, now: Date): Listed['entries'][number] {
  const { sender, recipients, subject, attachmentCount } = unsealSummary(row.sealedSummary, row._id, accountKey);
  return {
    deliveryId: row._id,
    sender,
    recipients: [...recipients],
    subject,
    attachmentCount,
    sentAt: row.sentAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    isUnread: row.isUnread,
    state: stateOf(row, now),
  };
}

/** Whether an entry can still be opened, and if not, why. */
export function stateOf(
  { recalledAt, expiresAt }: Pick<DeliveryDocument, 'recalledAt' | 'expiresAt'>,
  now: Date,
): 'readable' | 'expired' | 'recalled' {
  if (recalledAt !== null) return 'recalled';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'readable';
}

const writeCursor = ({ sentAt, _id }: PageStart) => `${sentAt.getTime()}.${_id}`;

function readCursor(cursor: string): PageStart {
  const [, time, id] = /^(\d{1,15})\.([A-Za-z0-9_-]{22})$/.exec(cursor) ?? [];
  if (time === undefined || id === undefined) throw new AppError('invalid_input', { fields: ['cursor'] });
  return { sentAt: new Date(Number(time)), _id: id };
}
