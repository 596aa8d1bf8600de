import type { Context } from '../context.ts';
import { openAccountKey, sealSummary, unsealSummary } from '../security/delivery-summary.ts';
import { hashSent, sentSearchKey } from '../security/sent-words.ts';
import { findAccount } from '../store/accounts.ts';
import { findOwnDelivery, stripEntry } from '../store/deliveries.ts';
import { listPurgeable, purgeIfEnded, settlePurge } from '../store/ended-messages.ts';
import { deleteFile } from '../store/files.ts';
import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';

/** Messages purged in one round. */
const BATCH = 20;

/** Purges what nobody could read for thirty days: content, keys and files are gone for good, who and when stay. The first write decides, with the
 *  condition repeated; whatever a crash leaves after it is done in the next round. */
export async function purgeMessages(context: Context): Promise<void> {
  const now = context.clock.now();
  for (const message of await listPurgeable(now, BATCH)) {
    if (!(await purgeIfEnded(message._id, now, await wordsOfPeople(message, context)))) continue;
    for (const recipient of message.recipients) await stripRecipient(recipient, context);
    await deleteFiles(message);
    await settlePurge(message._id);
  }
}

/** A member of staff still finds by its recipients what the list still shows. */
async function wordsOfPeople({ author, recipients }: MessageDocument, { keys }: Context): Promise<readonly string[]> {
  if (author.kind !== 'staff') return [];
  return hashSent({ subject: '', people: recipients }, sentSearchKey(author.id, keys));
}

/** The reader's entry keeps who sent it; its subject and its words go. */
async function stripRecipient({ deliveryId, accountId }: MessageRecipient, { keys }: Context): Promise<void> {
  const account = accountId === null ? null : await findAccount(accountId);
  const entry = account && (await findOwnDelivery(deliveryId, account._id));
  if (!account || !entry) return;
  const key = await openAccountKey(account, keys);
  const { sender } = unsealSummary(entry.sealedSummary, deliveryId, key);
  const sealedSummary = sealSummary({ sender, recipients: [], subject: '', attachmentCount: 0 }, deliveryId, key);
  await stripEntry({ _id: deliveryId, accountId: account._id, sealedSummary });
}

async function deleteFiles({ attachments }: MessageDocument): Promise<void> {
  for (const { attachmentId } of attachments) await deleteFile(attachmentId);
}
