import mongoose from 'mongoose';
import './refuse-unknown.ts';
import { isDuplicateKey } from './database.ts';

/** A key of the ring, wrapped by the root key. `ring` keys wrap data keys, the `hash` key makes keyed hashes. */
export interface KeyDocument {
  readonly _id: string;
  readonly kind: 'ring' | 'hash';
  /** `current` seals and opens, `decrypt-only` opens, `destroyed` does neither. */
  readonly state: 'current' | 'decrypt-only' | 'destroyed';
  /** Null once destroyed. */
  readonly wrapped: Buffer | null;
  readonly createdAt: Date;
}

const keySchema = new mongoose.Schema<KeyDocument>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true, enum: ['ring', 'hash'] },
    state: { type: String, required: true, enum: ['current', 'decrypt-only', 'destroyed'] },
    wrapped: { type: Buffer, default: null },
    createdAt: { type: Date, required: true },
  },
  { collection: 'keys', versionKey: false },
);
keySchema.index({ kind: 1 }, { name: 'current', unique: true, partialFilterExpression: { state: 'current' } });

const StoredKeys = mongoose.model('keys', keySchema);

/** Every key there ever was, oldest id first. Only what a majority holds: a fail-over must not take away a key that has sealed something. */
export async function listKeys(): Promise<readonly KeyDocument[]> {
  return StoredKeys.find().sort({ _id: 1 }).hint('_id_').readConcern('majority').lean<KeyDocument[]>();
}

/** Stores a current key; false when another server was first and there is a current one of that kind. */
export async function insertCurrentKeyIfNone(key: Pick<KeyDocument, '_id' | 'kind' | 'wrapped' | 'createdAt'>): Promise<boolean> {
  // The index is what makes two servers agree: it has to stand before the first key.
  await StoredKeys.createIndexes();
  try {
    await StoredKeys.create([{ ...key, state: 'current' }]);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
