import { randomBytes, randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import './refuse-unknown.ts';
import type { Language } from '../../contract/language.ts';
import { isDuplicateKey } from './database.ts';
import { type StoredKey, wrappedKeySchema } from './wrapped-key.ts';

const { trusted } = mongoose;

export type MailKind =
  | 'notification'
  | 'reminder'
  | 'message'
  | 'copy'
  | 'archive-copy'
  | 'opened'
  | 'code'
  | 'password-link'
  | 'temporary-password'
  | 'invitation'
  | 'password-changed'
  | 'second-step-changed'
  | 'delivery-failed'
  | 'more-time-asked';
export type MailRoute = 'relay' | 'organisation';
/** Why a mail about a password is sent, as its reader is told. */
export type MailReason = 'message-sent' | 'requested' | 'administrator-arranged' | 'administrator-reset';

/** What happened to the second step of an account. */
export type SecondStepChange =
  | 'app-added'
  | 'app-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'recovery-code-used'
  | 'recovery-codes-renewed'
  | 'all-removed';

/** A mail to be owed. `_id` says what it is for (`notification:<deliveryId>`), so that owing it again makes no second one. */
export interface OwedMail {
  readonly _id: string;
  readonly kind: MailKind;
  readonly route: MailRoute;
  /** The one recipient, normalised. */
  readonly address: string;
  readonly messageId?: string;
  readonly deliveryId?: string;
  readonly accountId?: string | null;
  /** Version of the message it was derived from. */
  readonly version?: number;
  readonly reason?: MailReason;
  /** A copy that only lists its files, since the whole was too large. */
  readonly isShort?: boolean;
  readonly change?: SecondStepChange;
  /** What failed, in a mail that tells of it. */
  readonly failedKind?: MailKind;
  /** What the page spoke that asked for it. */
  readonly language?: Language | null;
  /** A secret that the mail carries, sealed under `key`; after `secretEndsAt` the mail is not sent any more. */
  readonly sealedSecret?: Buffer;
  readonly key?: StoredKey;
  readonly secretEndsAt?: Date;
  /** Which of the account's temporary passwords the secret is. */
  readonly generation?: number;
}

/** A mail owed, under way, or settled. */
export interface OutboxDocument extends OwedMail {
  /** The left part of its Message-ID: belongs to the row, so that copies are recognisable. */
  readonly mailMessageId: string;
  readonly state: 'due' | 'sent' | 'failed' | 'cancelled';
  /** When to try next; while a worker holds the lease, the end of that lease. */
  readonly dueAt: Date;
  readonly attempts: number;
  /** A code, never a text of the other server: those hold addresses. */
  readonly lastError: string | null;
  readonly leaseId: string | null;
  /** From here on it is not tried again. */
  readonly giveUpAt: Date;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  /** When it was reported as not delivered, after it had been sent. */
  readonly bouncedAt?: Date;
}

const text = { type: String, required: true };
const date = { type: Date, required: true };
const outboxSchema = new mongoose.Schema<OutboxDocument>(
  {
    _id: text,
    kind: text,
    route: text,
    address: text,
    messageId: { type: String, default: null },
    deliveryId: String,
    accountId: String,
    version: Number,
    reason: String,
    isShort: Boolean,
    change: String,
    failedKind: String,
    language: String,
    sealedSecret: Buffer,
    key: wrappedKeySchema,
    secretEndsAt: Date,
    generation: Number,
    mailMessageId: text,
    state: text,
    dueAt: date,
    attempts: { type: Number, required: true },
    lastError: { type: String, default: null },
    leaseId: { type: String, default: null },
    giveUpAt: date,
    createdAt: date,
    settledAt: { type: Date, default: null },
    bouncedAt: Date,
  },
  { collection: 'outbox', versionKey: false },
);
outboxSchema.index({ route: 1, dueAt: 1, _id: 1 }, { name: 'due', partialFilterExpression: { state: 'due' } });
outboxSchema.index({ settledAt: 1, _id: 1 }, { name: 'settled', partialFilterExpression: { messageId: null } });
outboxSchema.index({ messageId: 1, _id: 1 }, { name: 'message' });
outboxSchema.index({ mailMessageId: 1, _id: 1 }, { name: 'mail-message-id' });
outboxSchema.index({ 'key.keyId': 1, _id: 1 }, { name: 'key', sparse: true });

/** For the files of the store only. */
export const Outbox = mongoose.model('outbox', outboxSchema);

const GIVE_UP_AFTER_MS = 3 * 24 * 3600 * 1000;

/** Owes a mail from `now` on, for three days or until its secret ends; one with the same id stays as it is. Answers whether it is new. */
export async function oweMail(owed: OwedMail, now: Date): Promise<boolean> {
  const giveUpAt = owed.secretEndsAt ?? new Date(now.getTime() + GIVE_UP_AFTER_MS);
  const begun = { state: 'due' as const, dueAt: now, attempts: 0, giveUpAt, createdAt: now };
  try {
    await Outbox.create([{ ...owed, ...begun, mailMessageId: randomBytes(16).toString('hex') }]);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Those of these mails that are owed, under way or settled. */
export async function listOwed(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await Outbox.find({ _id: trusted({ $in: [...ids] }) }, { _id: 1 })
    .hint({ _id: 1 })
    .lean();
  return new Set(found.map(({ _id }) => _id));
}

/** The mails about a message, in any state. */
export async function listMailOf(messageId: string): Promise<readonly OutboxDocument[]> {
  return Outbox.find({ messageId }, { sealedSecret: 0, key: 0 })
    .sort({ messageId: 1, _id: 1 })
    .hint('message')
    .limit(1000)
    .lean<OutboxDocument[]>();
}

/** The mail with this Message-ID. */
export async function findMailSent(mailMessageId: string): Promise<OutboxDocument | null> {
  return Outbox.findOne({ mailMessageId }, { sealedSecret: 0, key: 0 }).hint('mail-message-id').lean<OutboxDocument>();
}

/** Notes that a mail was reported as not delivered; the first time counts. */
export async function noteBounce(_id: string, now: Date): Promise<void> {
  await Outbox.updateOne({ _id, bouncedAt: null }, { $set: { bouncedAt: now } });
}

/** A mail that a worker may send, as long as it holds the lease. */
export type ClaimedMail = OutboxDocument & { readonly leaseId: string };

/** Takes the mail of a route that has been due longest under a lease of `leaseMs`; null when none is due. No two workers get the same. */
export async function claimDueMail(route: MailRoute, now: Date, leaseMs: number): Promise<ClaimedMail | null> {
  return Outbox.findOneAndUpdate(
    { state: 'due', route, dueAt: trusted({ $lte: now }) },
    { $set: { leaseId: randomUUID(), dueAt: new Date(now.getTime() + leaseMs) }, $inc: { attempts: 1 } },
    { sort: { route: 1, dueAt: 1, _id: 1 }, hint: 'due', returnDocument: 'after' },
  ).lean<ClaimedMail>();
}

/** Keeps a mail until `leaseEndsAt`; false when somebody else may have taken it. */
export async function renewMailLease({ _id, leaseId }: ClaimedMail, leaseEndsAt: Date): Promise<boolean> {
  const done = await Outbox.updateOne({ _id, leaseId, state: 'due' }, { $set: { dueAt: leaseEndsAt } });
  return done.matchedCount === 1;
}

/** What a mail carries that gets its secret only when it is about to leave. */
export type HeldSecret = Required<Pick<OwedMail, 'sealedSecret' | 'key' | 'secretEndsAt'>> & Pick<OwedMail, 'generation'>;

/** Keeps a secret in the mail that shall carry it; false, and nothing done, when the lease is another's by now. */
export async function keepSecretIfHeld(
  { _id, leaseId }: Pick<OutboxDocument, '_id' | 'leaseId'>,
  secret: HeldSecret,
): Promise<boolean> {
  const done = await Outbox.updateOne({ _id, leaseId, state: 'due' }, { $set: secret });
  return done.matchedCount === 1;
}

export interface MailOutcome {
  readonly state: 'sent' | 'failed' | 'cancelled';
  readonly error?: string;
}

/** Ends a mail and erases its secret; false, and nothing done, when the lease is another's by now. */
export async function settleMail({ _id, leaseId }: ClaimedMail, outcome: MailOutcome, now: Date): Promise<boolean> {
  const done = await Outbox.updateOne(
    { _id, leaseId, state: 'due' },
    {
      $set: { state: outcome.state, lastError: outcome.error ?? null, settledAt: now, leaseId: null },
      $unset: { sealedSecret: 1, key: 1 },
    },
  );
  return done.modifiedCount === 1;
}

/** Gives a mail back to be tried again at `dueAt`; false, and nothing done, when the lease is another's by now. */
export async function postponeMail({ _id, leaseId }: ClaimedMail, dueAt: Date, error: string): Promise<boolean> {
  const done = await Outbox.updateOne({ _id, leaseId, state: 'due' }, { $set: { dueAt, lastError: error, leaseId: null } });
  return done.modifiedCount === 1;
}

/** Removes mails settled before `before` that belong to no message, at most `limit`; answers how many. */
export async function deleteSettledMail(before: Date, limit: number): Promise<number> {
  const settled = { messageId: null, settledAt: trusted({ $lt: before, $gt: new Date(0) }) };
  const old = await Outbox.find(settled, { _id: 1 }).sort({ settledAt: 1, _id: 1 }).hint('settled').limit(limit).lean();
  await Outbox.deleteMany({ _id: trusted({ $in: old.map((row) => row._id) }), ...settled });
  return old.length;
}
