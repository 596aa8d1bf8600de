import mongoose from 'mongoose';
import './refuse-unknown.ts';

const { trusted } = mongoose;

/** The key of an authenticator app, sealed with the key of its account and bound to `appId`. */
interface AppKey {
  readonly appId: string;
  readonly sealedKey: Buffer;
}

/** What an account can give behind its password, passkeys apart. */
export interface SecondStepDocument {
  /** The account. */
  readonly _id: string;
  /** `lastStep` is the time step of the newest code that was accepted: no code of it or before counts again. */
  readonly app: (AppKey & { readonly addedAt: Date; readonly lastStep: number }) | null;
  /** A key that waits for the first code of its app. */
  readonly offer: AppKey | null;
  /** Keyed hashes of the recovery codes that are left. */
  readonly recoveryCodes: readonly string[];
}

const appKey = { appId: { type: String, required: true }, sealedKey: { type: Buffer, required: true } };
const appSchema = new mongoose.Schema(
  { ...appKey, addedAt: { type: Date, required: true }, lastStep: { type: Number, required: true } },
  { _id: false },
);
const secondStepSchema = new mongoose.Schema<SecondStepDocument>(
  {
    _id: { type: String, required: true },
    app: { type: appSchema, default: null },
    offer: { type: new mongoose.Schema(appKey, { _id: false }), default: null },
    recoveryCodes: { type: [String], default: [] },
  },
  { collection: 'second-steps', versionKey: false },
);

const SecondSteps = mongoose.model('second-steps', secondStepSchema);

/** The second steps of an account; null while it never had one. */
export async function findSecondStep(accountId: string): Promise<SecondStepDocument | null> {
  return SecondSteps.findOne({ _id: accountId }).lean<SecondStepDocument>();
}

/** Keeps a key until the first code of its app, in place of an earlier offer. */
export async function keepOffer(accountId: string, offer: AppKey): Promise<void> {
  await SecondSteps.updateOne({ _id: accountId }, { $set: { offer } }, { upsert: true });
}

/** Makes the offered key the app of the account, if it is still the one on offer: no two requests can both do it. */
export async function confirmIfOffered(
  accountId: string,
  offer: AppKey,
  confirmed: { readonly lastStep: number; readonly addedAt: Date; readonly recoveryCodes: readonly string[] },
): Promise<boolean> {
  const { recoveryCodes, ...first } = confirmed;
  const done = await SecondSteps.updateOne(
    { _id: accountId, 'offer.appId': offer.appId },
    { $set: { app: { ...offer, ...first }, offer: null, recoveryCodes } },
  );
  return done.modifiedCount === 1;
}

/** Uses up the time step of a code; false when a code of that step or of a later one has been accepted already. */
export async function useStepIfLater(accountId: string, appId: string, step: number): Promise<boolean> {
  const done = await SecondSteps.updateOne(
    { _id: accountId, 'app.appId': appId, 'app.lastStep': trusted({ $lt: step }) },
    { $set: { 'app.lastStep': step } },
  );
  return done.modifiedCount === 1;
}

/** Uses a recovery code up; false when it is none of those that are left. */
export async function useRecoveryCodeIfLeft(accountId: string, hash: string): Promise<boolean> {
  const done = await SecondSteps.updateOne({ _id: accountId, recoveryCodes: hash }, { $pull: { recoveryCodes: hash } });
  return done.modifiedCount === 1;
}

/** Replaces all recovery codes of an account. */
export async function setRecoveryCodes(accountId: string, recoveryCodes: readonly string[]): Promise<void> {
  await SecondSteps.updateOne({ _id: accountId }, { $set: { recoveryCodes } }, { upsert: true });
}

/** Replaces the recovery codes of an account if those that are left still are `known`; answers whether it did. */
export async function replaceRecoveryCodesIf(
  accountId: string,
  known: readonly string[],
  recoveryCodes: readonly string[],
): Promise<boolean> {
  await SecondSteps.updateOne({ _id: accountId }, { $setOnInsert: { recoveryCodes: [] } }, { upsert: true });
  const done = await SecondSteps.updateOne({ _id: accountId, recoveryCodes: [...known] }, { $set: { recoveryCodes } });
  return done.modifiedCount === 1;
}

/** Removes the authenticator app, and the recovery codes too unless they are kept for another second step. */
export async function removeApp(accountId: string, keepsRecoveryCodes: boolean): Promise<void> {
  const rest = keepsRecoveryCodes ? {} : { recoveryCodes: [] };
  await SecondSteps.updateOne({ _id: accountId }, { $set: { app: null, offer: null, ...rest } });
}

/** Removes everything an account can give behind its password, passkeys apart. */
export async function deleteSecondStep(accountId: string): Promise<void> {
  await SecondSteps.deleteOne({ _id: accountId });
}
