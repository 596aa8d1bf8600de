import mongoose from 'mongoose';
import './refuse-unknown.ts';
import type { Language } from '../../contract/language.ts';
import { isDuplicateKey } from './database.ts';
import { type StoredKey, wrappedKeySchema } from './wrapped-key.ts';

/** What a reader has chosen; whatever is missing was not chosen. */
export interface StoredSettings {
  readonly language?: 'en' | 'de' | null;
  readonly dateFormat?: 'dmy' | 'mdy' | 'ymd' | null;
  readonly hourCycle?: 'h12' | 'h23' | null;
  readonly timeZone?: string | null;
  readonly messagesPerPage?: 25 | 50 | 100;
  /** Sealed with the key of the account. */
  readonly sealedSignature?: Buffer;
}

/** A recipient's portal identity: one per address while it lives. */
export interface AccountDocument {
  readonly _id: string;
  readonly address: string;
  readonly name: string;
  /** argon2id in PHC form; null until the account is enrolled. */
  readonly passwordHash: string | null;
  /** Opens the account until its owner has chosen a password; never beside one of the owner's own. */
  readonly temporaryPassword: TemporaryPassword | null;
  /** Raised with each password its owner chooses; absent before the first. */
  readonly passwordVersion?: number;
  readonly enrolledAt: Date | null;
  /** What the owner's page spoke when they last came in. */
  readonly language?: Language;
  readonly key: StoredKey;
  readonly settings?: StoredSettings;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
}

/** A password that was mailed. */
export interface TemporaryPassword {
  /** argon2id in PHC form. */
  readonly hash: string;
  readonly endsAt: Date;
  /** The outbox row that carries it. */
  readonly mailId: string;
  /** Counts the temporary passwords of the account: a later one is never replaced by an earlier. */
  readonly generation: number;
}

const temporaryPasswordSchema = new mongoose.Schema<TemporaryPassword>(
  {
    hash: { type: String, required: true },
    endsAt: { type: Date, required: true },
    mailId: { type: String, required: true },
    generation: { type: Number, required: true },
  },
  { _id: false },
);

const settingsSchema = new mongoose.Schema<StoredSettings>(
  {
    language: String,
    dateFormat: String,
    hourCycle: String,
    timeZone: String,
    messagesPerPage: Number,
    sealedSignature: Buffer,
  },
  { _id: false },
);

const { trusted } = mongoose;

const accountSchema = new mongoose.Schema<AccountDocument>(
  {
    _id: { type: String, required: true },
    address: { type: String, required: true },
    name: { type: String, default: '' },
    passwordHash: { type: String, default: null },
    temporaryPassword: { type: temporaryPasswordSchema, default: null },
    passwordVersion: Number,
    enrolledAt: { type: Date, default: null },
    language: String,
    key: { type: wrappedKeySchema, required: true },
    settings: settingsSchema,
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

/** The languages of the living accounts of these addresses: as their owners chose, and as they spoke. */
export async function listLanguages(
  addresses: readonly string[],
): Promise<readonly Pick<AccountDocument, 'address' | 'settings' | 'language'>[]> {
  return Accounts.find(
    { address: trusted({ $in: [...addresses] }), deletedAt: null },
    { address: 1, language: 1, 'settings.language': 1 },
  ).lean<AccountDocument[]>();
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

/** Notes what the owner's page speaks, where that is something new. */
export async function noteLanguage(accountId: string, language: Language): Promise<void> {
  await Accounts.updateOne({ _id: accountId, deletedAt: null, language: trusted({ $ne: language }) }, { $set: { language } });
}

/** Lets a temporary password open the account unless its owner has one of their own or a later temporary one was mailed; false then. */
export async function setTemporaryPasswordIfLater(accountId: string, temporary: TemporaryPassword): Promise<boolean> {
  const isEarlier = [{ temporaryPassword: null }, { 'temporaryPassword.generation': trusted({ $lt: temporary.generation }) }];
  const done = await Accounts.updateOne(
    { _id: accountId, deletedAt: null, passwordHash: null, $or: isEarlier },
    { $set: { temporaryPassword: temporary } },
  );
  return done.modifiedCount === 1;
}

/** Puts an owner's own password in the place of the one that `known` was read with, the temporary one too; false when that has changed since. */
export async function replacePassword(known: AccountDocument, passwordHash: string, now: Date): Promise<boolean> {
  const { _id, passwordHash: own, temporaryPassword } = known;
  const isUnchanged =
    own === null ? { passwordHash: null, 'temporaryPassword.hash': temporaryPassword?.hash ?? '' } : { passwordHash: own };
  const done = await Accounts.updateOne({ _id, deletedAt: null, ...isUnchanged }, setOwnPassword(passwordHash, now), {
    updatePipeline: true,
  });
  return done.modifiedCount === 1;
}

/** Changes the settings that are named of a living account; answers it as it stands afterwards, null when there is no such account. */
export async function changeSettingsOf(accountId: string, changes: StoredSettings): Promise<AccountDocument | null> {
  const set = Object.fromEntries(Object.entries(changes).map(([name, value]) => [`settings.${name}`, value as unknown]));
  return Accounts.findOneAndUpdate(
    { _id: accountId, deletedAt: null },
    { $set: set },
    { returnDocument: 'after' },
  ).lean<AccountDocument>();
}

/** Sets the password of a living account; the first one enrols it. False when its owner has chosen another one since `known` was read. */
export async function setPasswordIfStill(
  { _id, passwordVersion = null }: Pick<AccountDocument, '_id'> & { readonly passwordVersion?: number | null },
  passwordHash: string,
  now: Date,
): Promise<boolean> {
  const still = { _id, deletedAt: null, passwordVersion };
  const done = await Accounts.updateOne(still, setOwnPassword(passwordHash, now), { updatePipeline: true });
  return done.matchedCount === 1;
}

/** Puts a new hash of the same password in the place of `known`; false when that is no longer the hash of the account. */
export async function renewHashIfStill(accountId: string, known: string, passwordHash: string): Promise<boolean> {
  const done = await Accounts.updateOne({ _id: accountId, deletedAt: null, passwordHash: known }, { $set: { passwordHash } });
  return done.modifiedCount === 1;
}

/** As a pipeline, since the first password enrols. A hash begins with a dollar sign, which would name a field here. */
function setOwnPassword(passwordHash: string, now: Date): mongoose.PipelineStage.Set[] {
  const enrolledAt = { $ifNull: ['$enrolledAt', now] };
  const passwordVersion = { $add: [{ $ifNull: ['$passwordVersion', 0] }, 1] };
  return [{ $set: { passwordHash: { $literal: passwordHash }, temporaryPassword: null, enrolledAt, passwordVersion } }];
}
