import mongoose from 'mongoose';
import './refuse-unknown.ts';
import { aheadByAtMost } from './clocks-differ.ts';

const { trusted } = mongoose;

/** A short-lived proof sent by mail: a code to type, or the secret of a set-password link. Only its keyed hash is kept. */
export interface CodeDocument {
  /** Random; names the row, not the secret. */
  readonly _id: string;
  readonly kind: 'code' | 'password-link';
  /** The address it was mailed to. */
  readonly address: string;
  readonly hash: string;
  readonly triesLeft: number;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

const text = { type: String, required: true };
const codeSchema = new mongoose.Schema<CodeDocument>(
  {
    _id: text,
    kind: text,
    address: text,
    hash: text,
    triesLeft: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
  },
  { collection: 'codes', versionKey: false },
);
codeSchema.index({ address: 1, kind: 1, expiresAt: 1, _id: 1 }, { name: 'address' });
codeSchema.index({ hash: 1, kind: 1, _id: 1 }, { name: 'hash' });
codeSchema.index({ expiresAt: 1, _id: 1 }, { name: 'end' });

const Codes = mongoose.model('codes', codeSchema);

/** Keeps a new code; earlier ones stay valid until their own end. */
export async function insertCode(code: CodeDocument): Promise<void> {
  await Codes.create([code]);
}

/** The codes of an address, made to live for `lifeMs`, that are neither used nor past their end, tries or not. */
export async function listLivingCodes(address: string, lifeMs: number, now: Date): Promise<readonly CodeDocument[]> {
  return Codes.find({ address, kind: 'code', usedAt: null, expiresAt: aheadByAtMost(lifeMs, now) })
    .hint('address')
    .lean<CodeDocument[]>();
}

/** Takes one try from a code if it has one left, and answers how many are left then; null when there was none. A code may be compared with a guess
 *  only by who took a try from this very code. */
export async function takeTryIfLeft(codeId: string): Promise<number | null> {
  const taken = await Codes.findOneAndUpdate(
    { _id: codeId, usedAt: null, triesLeft: trusted({ $gt: 0 }) },
    { $inc: { triesLeft: -1 } },
    { returnDocument: 'after' },
  ).lean<CodeDocument>();
  return taken ? taken.triesLeft : null;
}

/** Uses a code or link up, once; false when it is unknown, used, or past its end. */
export async function useIfLiving(codeId: string, now: Date): Promise<boolean> {
  const used = await Codes.updateOne({ _id: codeId, usedAt: null, expiresAt: trusted({ $gt: now }) }, { $set: { usedAt: now } });
  return used.modifiedCount === 1;
}

/** Uses every living code and link of an address up. */
export async function useAllLiving(address: string, now: Date): Promise<void> {
  const living = { address, usedAt: null, expiresAt: trusted({ $gt: now }) };
  await Codes.updateMany(living, { $set: { usedAt: now } }, { hint: 'address' });
}

/** Whether a code or link with this hash has been used up. */
export async function isUsed(hash: string, kind: CodeDocument['kind']): Promise<boolean> {
  const used = await Codes.findOne({ hash, kind, usedAt: trusted({ $gt: new Date(0) }) }, { _id: 1 }).lean();
  return used !== null;
}

/** The link with this hash, made to live for `lifeMs`, if it still works; uses nothing up. */
export async function findLivingLink(hash: string, lifeMs: number, now: Date): Promise<CodeDocument | null> {
  const living = { hash, kind: 'password-link' as const, usedAt: null, expiresAt: aheadByAtMost(lifeMs, now) };
  return Codes.findOne(living).lean<CodeDocument>();
}

/** Removes what is past its end, at most `limit`; answers how many. */
export async function deleteEndedCodes(now: Date, limit: number): Promise<number> {
  const ended = await Codes.find({ expiresAt: trusted({ $lte: now }) }, { _id: 1 })
    .sort({ expiresAt: 1, _id: 1 })
    .hint('end')
    .limit(limit)
    .lean();
  await Codes.deleteMany({ _id: trusted({ $in: ended.map((code) => code._id) }) });
  return ended.length;
}
