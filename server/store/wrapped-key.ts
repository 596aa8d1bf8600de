import mongoose from 'mongoose';

/** A data key as it stands beside the object it seals: wrapped by the ring key `keyId`. */
export interface StoredKey {
  readonly keyId: string;
  readonly wrapped: Buffer;
}

/** The schema of a wrapped data key inside another document. */
export const wrappedKeySchema = new mongoose.Schema<StoredKey>(
  { keyId: { type: String, required: true }, wrapped: { type: Buffer, required: true } },
  { _id: false },
);
