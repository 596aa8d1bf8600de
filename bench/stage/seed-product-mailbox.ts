import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import type { Context } from '../../server/context.ts';
import { acceptMessage } from '../../server/message/accept-message.ts';
import { projectMessage } from '../../server/message/project-message.ts';
import { openAccountKey, sealSummary } from '../../server/security/delivery-summary.ts';
import { hashWord, searchKeyOf } from '../../server/security/search-words.ts';
import { openSession } from '../../server/security/sessions.ts';
import { findByAddress } from '../../server/store/accounts.ts';
import type { DeliveryDocument } from '../../server/store/deliveries.ts';
import { drive } from '../measure/drive.ts';
import { entryOf, insertBatches, minutesAgo, openedMessage } from './mailbox-content.ts';

/** An account of the product with a session. */
export interface ProductMailbox {
  readonly sessionToken: string;
  /** Entries whose messages can be opened. */
  readonly deliveryIds: readonly string[];
}

/** Makes an account with so many messages, accepted and projected by the product's own code, under so many older entries. */
export async function seedProductMailbox(
  address: string,
  { messages, entries, words = () => [] }: { messages: number; entries: number; words?: (index: number) => readonly string[] },
  context: Context,
): Promise<ProductMailbox> {
  await drive(messages, 8, async () => {
    const { messageId } = await acceptMessage(draftTo(address), context);
    await projectMessage(messageId, context);
  });
  const account = await findByAddress(address);
  if (!account) throw new Error('no account was made');
  const deliveries = mongoose.connection.collection<DeliveryDocument>('deliveries');
  const made = await deliveries.find({ accountId: account._id }, { projection: { _id: 1 } }).toArray();
  const accountKey = await openAccountKey(account, context.keys);
  const searchKey = searchKeyOf(accountKey);
  const hash = (word: string) => hashWord(searchKey, 'any', word);
  await insertBatches(deliveries, entries - messages, (index): DeliveryDocument => {
    const _id = randomBytes(16).toString('base64url');
    const { isUnread, summary } = entryOf(index);
    const derived = {
      recalledAt: null,
      expiresAt: null,
      words: words(index).map(hash),
      version: 1,
      messageId: randomBytes(16).toString('base64url'),
      threadId: randomBytes(16).toString('base64url'),
    };
    const sealedSummary = sealSummary(summary, _id, accountKey);
    return {
      _id,
      accountId: account._id,
      role: 'reader' as const,
      folder: 'inbox' as const,
      deletedAt: null,
      isUnread,
      sentAt: minutesAgo(index + 1),
      sealedSummary,
      ...derived,
    };
  });
  const { token } = await openSession(account._id, context);
  return { sessionToken: token, deliveryIds: made.map(({ _id }) => _id) };
}

function draftTo(address: string): Parameters<typeof acceptMessage>[0] {
  return {
    author: { kind: 'staff', id: 'bench', address: 'alex@harbour.example', name: 'Alex Morgan', deliveryId: null },
    owner: 'staff:bench',
    sendKey: randomBytes(16).toString('base64url'),
    recipients: [{ address, name: 'Pat Doe', kind: 'to', route: 'portal' }],
    ...openedMessage,
    attachments: [],
    maxAttachmentsBytes: 0,
    expiresInDays: 30,
    policy: { allowReply: true, allowReplyAll: true, allowPrint: true, allowDownload: true },
    answers: null,
  };
}
