import mongoose from 'mongoose';
import './refuse-unknown.ts';

const { trusted } = mongoose;

/** Wrong passwords typed for an address, whether it has an account or not. */
export interface SignInFailures {
  /** The address. */
  readonly _id: string;
  readonly lastAt: Date;
  /** When, the last hundred of them, as they came. */
  readonly times?: readonly Date[];
}

const signInFailuresSchema = new mongoose.Schema<SignInFailures>(
  {
    _id: { type: String, required: true },
    lastAt: { type: Date, required: true },
    times: { type: [Date], default: undefined },
  },
  { collection: 'signinfailures', versionKey: false },
);
signInFailuresSchema.index({ lastAt: 1, _id: 1 }, { name: 'last' });

const Failures = mongoose.model('signinfailures', signInFailuresSchema);

/** More than anybody types by mistake; who guesses has to wait long before. */
const MOST_TIMES = 100;

/** Notes a wrong password. */
export async function noteSignInFailure(address: string, now: Date): Promise<void> {
  const times = { $slice: [{ $concatArrays: [{ $ifNull: ['$times', []] }, [now]] }, -MOST_TIMES] };
  await Failures.updateOne({ _id: address }, [{ $set: { times, lastAt: now } }], { upsert: true, updatePipeline: true });
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
