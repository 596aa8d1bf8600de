import type { Context } from '../context.ts';
import { findAccount } from '../store/accounts.ts';
import type { DeliveryDocument } from '../store/deliveries.ts';
import { oweMail } from '../store/outbox.ts';
import { listReminderOwed, settleReminder } from '../store/reminders.ts';

const DAY_MS = 24 * 3_600_000;
/** Entries looked at in one go. */
const BATCH = 200;

/** Owes one mail for each unread message that ends within the days of policy; never one for a message whose whole life is shorter. What is read or
 *  recalled before that mail leaves cancels it. Done again, or by two servers at once, it owes nothing more. Answers how many entries were
 *  looked at. */
export async function oweReminders(context: Context): Promise<number> {
  const days = context.config.REMINDER_DAYS;
  if (days === 0) return 0;
  let looked = 0;
  for (let found = BATCH; found === BATCH;) {
    const now = context.clock.now();
    const entries = await listReminderOwed(new Date(now.getTime() + days * DAY_MS), BATCH);
    for (const entry of entries) {
      if (isWorthReminding(entry, days, now)) await oweReminder(entry, now);
      await settleReminder(entry);
    }
    found = entries.length;
    looked += found;
  }
  return looked;
}

function isWorthReminding(
  { isUnread, folder, recalledAt, sentAt, expiresAt }: DeliveryDocument,
  days: number,
  now: Date,
): boolean {
  if (!isUnread || folder !== 'inbox' || recalledAt !== null || expiresAt === null || expiresAt <= now) return false;
  return expiresAt.getTime() - sentAt.getTime() > days * DAY_MS;
}

/** One for each end that was set: whoever was reminded before an extension is reminded of the new end, too. */
async function oweReminder({ _id, accountId, messageId, version, expiresAt }: DeliveryDocument, now: Date): Promise<void> {
  const account = await findAccount(accountId);
  if (!account) return;
  const about = { messageId, deliveryId: _id, accountId, version, address: account.address };
  await oweMail({ ...about, _id: `reminder:${_id}:${expiresAt?.getTime() ?? 0}`, kind: 'reminder', route: 'relay' }, now);
}
