import type { Context } from '../context.ts';
import { traceOf } from '../errors.ts';
import { type DeliverySummary, openAccountKey, sealSummary, unsealSummary } from '../security/delivery-summary.ts';
import { hashSent, sentSearchKey } from '../security/sent-words.ts';
import { findAccount } from '../store/accounts.ts';
import { type DeliveryDocument, findOwnDelivery, stripEntry } from '../store/deliveries.ts';
import { listPurgeable, purgeIfEnded, settlePurge } from '../store/ended-messages.ts';
import { deleteFile } from '../store/files.ts';
import type { MessageOutline } from '../store/messages.ts';
import { deleteMailOf } from '../store/outbox-batches.ts';

/** Messages looked at in one go. */
const BATCH = 20;
/** Messages purged in one round, which takes some ten seconds then: whoever else sweeps, or stops the server, need not wait for more. */
const MOST_PURGED = 500;

/** Purges what nobody could read for thirty days: content, keys, files and mails are gone for good, who and when stay. The first write decides, with
 *  the condition repeated; whatever a crash leaves after it is done in the next round. Messages that cannot be purged do not hold up the others,
 *  however many they are. */
export async function purgeMessages(context: Context): Promise<void> {
  const now = context.clock.now();
  let purged = 0;
  let due: readonly MessageOutline[] = [];
  do {
    due = await listPurgeable(now, BATCH, due.at(-1) ?? null);
    for (const message of due) {
      const failure = await purge(message, now, context).catch((error: unknown) => ({ error }));
      if (failure === null) purged += 1;
      else
        context.log.warn(
          { step: 'purge a message', ...traceOf(failure.error) },
          'a message could not be purged and will be tried again',
        );
    }
  } while (due.length === BATCH && purged < MOST_PURGED);
}

/** What cannot be made of an entry keeps nothing else of its message. */
async function purge(message: MessageOutline, now: Date, context: Context): Promise<{ error: unknown } | null> {
  if (!(await purgeIfEnded(message._id, now, await wordsOfPeople(message, context)))) return null;
  await deleteFiles(message);
  await deleteMailOf(message._id);
  const failure = await stripEntries(message, context);
  if (failure === null) await settlePurge(message._id);
  return failure;
}

/** A member of staff still finds by its recipients what the list still shows. */
async function wordsOfPeople({ author, recipients }: MessageOutline, { keys }: Context): Promise<readonly string[]> {
  if (author.kind !== 'staff') return [];
  return hashSent({ subject: '', people: recipients }, sentSearchKey(author.id, keys));
}

/** Strips what can be stripped; answers the first failure, null when there was none. */
async function stripEntries(message: MessageOutline, { keys }: Context): Promise<{ error: unknown } | null> {
  let failure: { error: unknown } | null = null;
  for (const entry of entriesOf(message))
    await strip(entry, keys).catch((error: unknown) => {
      failure ??= { error };
    });
  return failure;
}

/** A reader's entry keeps who sent the message, its author's to whom it went and when the last of them could read it. */
function entriesOf({ author, recipients }: MessageOutline): readonly Stripping[] {
  const keeps = ({ sender }: People): People => ({ sender, recipients: [] });
  const readers = recipients.flatMap(({ deliveryId, accountId, expiresAt }): Stripping[] =>
    accountId === null ? [] : [{ deliveryId, accountId, expiresAt, keeps }],
  );
  if (author.kind !== 'account' || author.deliveryId === null) return readers;
  const ends = recipients.map((one) => (one.recalledAt ?? one.expiresAt)?.getTime() ?? 0);
  const own = { deliveryId: author.deliveryId, accountId: author.id, expiresAt: new Date(Math.max(...ends)) };
  return [...readers, { ...own, keeps: (people) => people }];
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

async function deleteFiles({ attachments }: MessageOutline): Promise<void> {
  for (const { attachmentId } of attachments) await deleteFile(attachmentId);
}
