import type { Context } from '../context.ts';
import { type DeliverySummary, openAccountKey, sealSummary, unsealSummary } from '../security/delivery-summary.ts';
import { hashSent, sentSearchKey } from '../security/sent-words.ts';
import { findAccount } from '../store/accounts.ts';
import { type DeliveryDocument, findOwnDelivery, stripEntry } from '../store/deliveries.ts';
import { listPurgeable, purgeIfEnded, settlePurge } from '../store/ended-messages.ts';
import { deleteFile } from '../store/files.ts';
import type { MessageDocument } from '../store/message-document.ts';

/** Messages purged in one round. */
const BATCH = 20;

/** Purges what nobody could read for thirty days: content, keys and files are gone for good, who and when stay. The first write decides, with the
 *  condition repeated; whatever a crash leaves after it is done in the next round. */
export async function purgeMessages(context: Context): Promise<void> {
  const now = context.clock.now();
  for (const message of await listPurgeable(now, BATCH)) {
    if (!(await purgeIfEnded(message._id, now, await wordsOfPeople(message, context)))) continue;
    await stripEntries(message, context);
    await deleteFiles(message);
    await settlePurge(message._id);
  }
}

/** A member of staff still finds by its recipients what the list still shows. */
async function wordsOfPeople({ author, recipients }: MessageDocument, { keys }: Context): Promise<readonly string[]> {
  if (author.kind !== 'staff') return [];
  return hashSent({ subject: '', people: recipients }, sentSearchKey(author.id, keys));
}

/** A reader's entry keeps who sent the message, its author's to whom it went and when the last of them could read it. */
async function stripEntries({ author, recipients }: MessageDocument, { keys }: Context): Promise<void> {
  for (const { deliveryId, accountId, expiresAt } of recipients)
    if (accountId !== null)
      await strip({ deliveryId, accountId, expiresAt, keeps: ({ sender }) => ({ sender, recipients: [] }) }, keys);
  if (author.kind !== 'account' || author.deliveryId === null) return;
  const ends = recipients.map((one) => (one.recalledAt ?? one.expiresAt)?.getTime() ?? 0);
  const own = { deliveryId: author.deliveryId, accountId: author.id, expiresAt: new Date(Math.max(...ends)) };
  await strip({ ...own, keeps: (people) => people }, keys);
}

interface Stripping extends Pick<DeliveryDocument, 'accountId' | 'expiresAt'> {
  readonly deliveryId: string;
  readonly keeps: (people: People) => People;
}
type People = Pick<DeliverySummary, 'sender' | 'recipients'>;

async function strip({ deliveryId, accountId, expiresAt, keeps }: Stripping, keys: Context['keys']): Promise<void> {
  const account = await findAccount(accountId);
  const entry = account && (await findOwnDelivery(deliveryId, account._id));
  if (!account || !entry) return;
  const key = await openAccountKey(account, keys);
  const { sender, recipients } = unsealSummary(entry.sealedSummary, deliveryId, key);
  const people = keeps({ sender, recipients });
  const sealedSummary = sealSummary({ ...people, subject: '', attachmentCount: 0 }, deliveryId, key);
  await stripEntry({ _id: deliveryId, accountId, sealedSummary, expiresAt });
}

async function deleteFiles({ attachments }: MessageDocument): Promise<void> {
  for (const { attachmentId } of attachments) await deleteFile(attachmentId);
}
