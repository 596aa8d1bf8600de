import type mongoose from 'mongoose';

/** One key for everything: what the floor seals is thrown away with its database. */
export const floorRootKey = Buffer.alloc(32, 7);

export interface FloorSession {
  readonly _id: string;
  readonly accountId: string;
  readonly idleEndsAt: Date;
}

export interface FloorAccount {
  readonly _id: string;
  readonly key: Buffer;
}

export interface FloorDelivery {
  readonly _id: string;
  readonly accountId: string;
  readonly messageId: string;
  readonly folder: 'inbox';
  readonly isUnread: boolean;
  readonly sentAt: Date;
  readonly expiresAt: Date | null;
  readonly sealedSummary: Buffer;
}

export interface FloorMessage {
  readonly _id: string;
  readonly key: Buffer;
  readonly sealedContent: Buffer;
  readonly acceptedAt: Date;
  readonly recipients: readonly { deliveryId: string; accountId: string; recalledAt: null; expiresAt: Date }[];
}

/** The floor's collections, of the shape that the reads need. */
export function floorCollections(database: mongoose.mongo.Db) {
  return {
    sessions: database.collection<FloorSession>('sessions'),
    accounts: database.collection<FloorAccount>('accounts'),
    deliveries: database.collection<FloorDelivery>('deliveries'),
    messages: database.collection<FloorMessage>('readable'),
  };
}

/** The two indexes that a page needs. */
export async function createFloorIndexes(database: mongoose.mongo.Db): Promise<void> {
  const { deliveries } = floorCollections(database);
  await deliveries.createIndex({ accountId: 1, folder: 1, sentAt: -1, _id: -1 }, { name: 'folder' });
  await deliveries.createIndex(
    { accountId: 1, folder: 1, _id: 1 },
    { name: 'unread', partialFilterExpression: { isUnread: true } },
  );
}
