import mongoose from 'mongoose';
import { isDuplicateKey } from './database.ts';
import { type StoredKey, wrappedKeySchema } from './wrapped-key.ts';

/** A recipient's portal identity: one per address while it lives. */
export interface AccountDocument {
  readonly _id: string;
  readonly address: string;
  readonly name: string;
  /** argon2id in PHC form; null until the account is enrolled. */
  readonly passwordHash: string | null;
  readonly enrolledAt: Date | null;
  readonly key: StoredKey;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

const accountSchema = new mongoose.Schema<AccountDocument>(
  {
    _id: { type: String, required: true },
    address: { type: String, required: true },
    name: { type: String, default: '' },
    passwordHash: { type: String, default: null },
    enrolledAt: { type: Date, default: null },
    key: { type: wrappedKeySchema, required: true },
    createdAt: { type: Date, required: true },
    deletedAt: { type: Date, default: null },
  },
  { collection: 'accounts', versionKey: false },
);
accountSchema.index({ address: 1 }, { name: 'address', unique: true, partialFilterExpression: { deletedAt: null } });
accountSchema.index({ 'key.keyId': 1, _id: 1 }, { name: 'key' });

const Accounts = mongoose.model('accounts', accountSchema);

/** The living account of an address. */
export async function findByAddress(address: string): Promise<AccountDocument | null> {
  return Accounts.findOne({ address, deletedAt: null }).lean<AccountDocument>();
}

/** The living account with this id. */
export async function findAccount(accountId: string): Promise<AccountDocument | null> {
  return Accounts.findOne({ _id: accountId, deletedAt: null }).lean<AccountDocument>();
}

/** Stores a new account unless the address has one; answers the one that lives afterwards. */
export async function insertUnlessKnown(account: AccountDocument): Promise<AccountDocument> {
  try {
    await Accounts.create([account]);
    return account;
  } catch (error) {
    const known = isDuplicateKey(error) ? await findByAddress(account.address) : null;
    if (!known) throw error;
    return known;
  }
}

/** Sets the password of a living account; the first one enrols it. False when there is no such account. */
export async function setPassword(accountId: string, passwordHash: string, now: Date): Promise<boolean> {
  const done = await Accounts.updateOne(
    { _id: accountId, deletedAt: null },
    // A hash begins with a dollar sign, which would name a field here.
    [{ $set: { passwordHash: { $literal: passwordHash }, enrolledAt: { $ifNull: ['$enrolledAt', now] } } }],
    { updatePipeline: true },
  );
  return done.matchedCount === 1;
}
