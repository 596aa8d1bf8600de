import mongoose from 'mongoose';
import './refuse-unknown.ts';

const { trusted } = mongoose;

/** Wrong passwords typed for an address, whether it has an account or not, within a day of each other. */
export interface SignInFailures {
  /** The address. */
  readonly _id: string;
  readonly count: number;
  readonly lastAt: Date;
}

const signInFailuresSchema = new mongoose.Schema<SignInFailures>(
  { _id: { type: String, required: true }, count: { type: Number, required: true }, lastAt: { type: Date, required: true } },
  { collection: 'signinfailures', versionKey: false },
);
signInFailuresSchema.index({ lastAt: 1, _id: 1 }, { name: 'last' });

const Failures = mongoose.model('signinfailures', signInFailuresSchema);

const FORGET_AFTER_MS = 24 * 3_600_000;

/** Counts a wrong password; counting begins again after a quiet day. */
export async function countSignInFailure(address: string, now: Date): Promise<void> {
  const isRecent = { $gt: [{ $ifNull: ['$lastAt', new Date(0)] }, new Date(now.getTime() - FORGET_AFTER_MS)] };
  const count = { $add: [{ $cond: [isRecent, '$count', 0] }, 1] };
  await Failures.updateOne({ _id: address }, [{ $set: { count, lastAt: now } }], { upsert: true, updatePipeline: true });
}

/** What is known of these addresses. */
export async function listSignInFailures(addresses: readonly string[]): Promise<readonly SignInFailures[]> {
  return Failures.find({ _id: trusted({ $in: [...addresses] }) })
    .hint('_id_')
    .lean<SignInFailures[]>();
}

/** Removes what is older than `before`, at most `limit`; answers how many. */
export async function deleteOldSignInFailures(before: Date, limit: number): Promise<number> {
  const old = await Failures.find({ lastAt: trusted({ $lte: before }) }, { _id: 1 })
    .sort({ lastAt: 1, _id: 1 })
    .hint('last')
    .limit(limit)
    .lean();
  await Failures.deleteMany({ _id: trusted({ $in: old.map((row) => row._id) }), lastAt: trusted({ $lte: before }) });
  return old.length;
}
