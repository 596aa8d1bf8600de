import mongoose from 'mongoose';
import './refuse-unknown.ts';
import { isDuplicateKey } from './database.ts';

const { trusted } = mongoose;

/** A passkey of an account: its public half, and what its owner calls it. */
export interface PasskeyDocument {
  readonly _id: string;
  readonly accountId: string;
  /** As the browser names it (base64url). */
  readonly credentialId: string;
  readonly publicKey: Buffer;
  /** How often the authenticator says it was used; 0 where it does not count. */
  readonly counter: number;
  readonly transports: readonly string[];
  /** Sealed with the key of the account. */
  readonly sealedName: Buffer;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

const text = { type: String, required: true };
const passkeySchema = new mongoose.Schema<PasskeyDocument>(
  {
    _id: text,
    accountId: text,
    credentialId: text,
    publicKey: { type: Buffer, required: true },
    counter: { type: Number, required: true },
    transports: { type: [String], default: [] },
    sealedName: { type: Buffer, required: true },
    createdAt: { type: Date, required: true },
    lastUsedAt: { type: Date, default: null },
  },
  { collection: 'passkeys', versionKey: false },
);
passkeySchema.index({ credentialId: 1 }, { name: 'credential', unique: true });
passkeySchema.index({ accountId: 1, createdAt: -1, _id: -1 }, { name: 'account' });

const Passkeys = mongoose.model('passkeys', passkeySchema);

/** The passkeys of an account, newest first, at most `limit`. */
export async function listPasskeysOf(accountId: string, limit: number): Promise<PasskeyDocument[]> {
  return Passkeys.find({ accountId })
    .sort({ accountId: 1, createdAt: -1, _id: -1 })
    .hint('account')
    .limit(limit)
    .lean<PasskeyDocument[]>();
}

/** The passkey that a browser names so. */
export async function findByCredential(credentialId: string): Promise<PasskeyDocument | null> {
  return Passkeys.findOne({ credentialId }).lean<PasskeyDocument>();
}

/** Keeps a passkey; false when it is known already, with whomever. */
export async function insertUnlessKnown(passkey: PasskeyDocument): Promise<boolean> {
  try {
    await Passkeys.create([passkey]);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Records a use if the authenticator's count has risen, or if it does not count at all; false for an answer that was copied. */
export async function useIfCounterRises(passkeyId: string, counter: number, now: Date): Promise<boolean> {
  const before = counter === 0 ? 0 : trusted({ $lt: counter });
  const done = await Passkeys.updateOne({ _id: passkeyId, counter: before }, { $set: { counter, lastUsedAt: now } });
  return done.matchedCount === 1;
}

/** Names a passkey of an account anew; false when it has none with this id. */
export async function renameIfOf(accountId: string, passkeyId: string, sealedName: Buffer): Promise<boolean> {
  const done = await Passkeys.updateOne({ _id: passkeyId, accountId }, { $set: { sealedName } });
  return done.matchedCount === 1;
}

/** Removes a passkey of an account; false when it has none with this id. */
export async function deleteIfOf(accountId: string, passkeyId: string): Promise<boolean> {
  const done = await Passkeys.deleteOne({ _id: passkeyId, accountId });
  return done.deletedCount === 1;
}

/** Removes every passkey of an account. */
export async function deletePasskeysOf(accountId: string): Promise<void> {
  await Passkeys.deleteMany({ accountId });
}
