import { createHash, randomBytes } from 'node:crypto';
import type mongoose from 'mongoose';
import { createFloorIndexes, floorCollections, type FloorDelivery, floorRootKey } from '../floor/floor-mailbox.ts';
import { plainSeal } from '../floor/plain-seal.ts';
import { entryOf, insertBatches, minutesAgo, openedMessage } from './mailbox-content.ts';
import type { ProductMailbox } from './seed-product-mailbox.ts';

const sealJson = (key: Buffer, value: object) => plainSeal(key, Buffer.from(JSON.stringify(value)));
const randomId = () => randomBytes(16).toString('base64url');

/** The same mailbox in the shape of the floor. */
export async function seedFloorMailbox(
  database: mongoose.mongo.Db,
  { messages, entries }: { messages: number; entries: number },
): Promise<ProductMailbox> {
  const collections = floorCollections(database);
  await createFloorIndexes(database);
  const [accountId, sessionToken, key] = [randomId(), randomBytes(32).toString('base64url'), randomBytes(32)];
  const expiresAt = minutesAgo(-30 * 24 * 60);
  await collections.accounts.insertOne({ _id: accountId, key: plainSeal(floorRootKey, key) });
  await collections.sessions.insertOne({
    _id: createHash('sha256').update(sessionToken).digest('base64url'),
    accountId,
    idleEndsAt: expiresAt,
  });
  const deliveryIds: string[] = [];
  await insertBatches(collections.deliveries, entries, (index): FloorDelivery => {
    const { isUnread, summary } = entryOf(index);
    const _id = randomId();
    if (index < messages) deliveryIds.push(_id);
    const sealedSummary = sealJson(key, summary);
    return {
      _id,
      accountId,
      messageId: _id,
      folder: 'inbox' as const,
      isUnread,
      sentAt: minutesAgo(index),
      expiresAt,
      sealedSummary,
    };
  });
  await insertBatches(collections.messages, messages, (index) => {
    const deliveryId = deliveryIds[index] ?? '';
    const messageKey = randomBytes(32);
    return {
      _id: deliveryId,
      key: plainSeal(floorRootKey, messageKey),
      sealedContent: sealJson(messageKey, { ...openedMessage, attachments: [] }),
      acceptedAt: minutesAgo(index),
      recipients: [{ deliveryId, accountId, recalledAt: null, expiresAt }],
    };
  });
  return { sessionToken, deliveryIds };
}
