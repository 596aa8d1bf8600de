import mongoose from 'mongoose';
import './refuse-unknown.ts';

const { trusted } = mongoose;

/** How often something was tried under a key, and until when it is refused. */
export interface ThrottleDocument {
  readonly _id: string;
  readonly tries: number;
  readonly blockedUntil: Date;
  /** After this the past is forgotten. */
  readonly forgetAt: Date;
}

const throttleSchema = new mongoose.Schema<ThrottleDocument>(
  {
    _id: { type: String, required: true },
    tries: { type: Number, required: true },
    blockedUntil: { type: Date, required: true },
    forgetAt: { type: Date, required: true },
  },
  { collection: 'throttles', versionKey: false },
);
throttleSchema.index({ forgetAt: 1, _id: 1 }, { name: 'forget' });

const Throttles = mongoose.model('throttles', throttleSchema);

/** A rule: so many tries are free, then each further one has to wait, twice as long each time. Durations in seconds. */
export interface ThrottleRule {
  readonly freeTries: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  readonly forgetAfterSeconds: number;
}

/** Counts a try under `key` before it is made, in one conditional update, so that parallel tries are counted exactly.
 *  Answers null when it may be made, else the time until which it is refused. */
export async function takeTry(key: string, rule: ThrottleRule, now: Date): Promise<Date | null> {
  const before = await Throttles.findOneAndUpdate({ _id: key }, [{ $set: countTry(rule, now) }], {
    upsert: true,
    returnDocument: 'before',
    updatePipeline: true,
  }).lean<ThrottleDocument>();
  return refusedUntil(before, rule, now);
}

/** Until when a try under `key` would be refused; null when it may be made. Counts nothing. */
export async function findWait(key: string, rule: ThrottleRule, now: Date): Promise<Date | null> {
  return refusedUntil(await Throttles.findOne({ _id: key }).lean<ThrottleDocument>(), rule, now);
}

function refusedUntil(row: ThrottleDocument | null, rule: ThrottleRule, now: Date): Date | null {
  return row && row.blockedUntil > now ? earlier(row.blockedUntil, waitEnd(row.tries, rule, now)) : null;
}

/** A clock that was set back must not make a wait longer than it was. */
function waitEnd(tries: number, { freeTries, firstWaitSeconds, longestWaitSeconds }: ThrottleRule, now: Date): Date {
  const seconds = Math.min(firstWaitSeconds * 2 ** Math.min(Math.max(tries - freeTries, 0), 20), longestWaitSeconds);
  return new Date(now.getTime() + seconds * 1000);
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** The update as a pipeline: a refused try changes nothing, but for the end of a wait after the clock was set back. Counting starts again a fixed time after the first try counted, so that a network with
 *  people who come and go all day is not held to its oldest mistakes; a wait runs to its end all the same. */
function countTry(rule: ThrottleRule, now: Date) {
  const isBlocked = { $gt: [{ $ifNull: ['$blockedUntil', new Date(0)] }, now] };
  const isForgotten = { $lte: [{ $ifNull: ['$forgetAt', new Date(0)] }, now] };
  const tries = { $add: [{ $cond: [isForgotten, 0, '$tries'] }, 1] };
  const blockedUntil = { $cond: [{ $gte: [tries, rule.freeTries] }, waitEndOf(tries, rule, now), new Date(0)] };
  const firstForgetAt = { $cond: [isForgotten, new Date(now.getTime() + rule.forgetAfterSeconds * 1000), '$forgetAt'] };
  return {
    tries: { $cond: [isBlocked, '$tries', tries] },
    blockedUntil: { $cond: [isBlocked, { $min: ['$blockedUntil', waitEndOf('$tries', rule, now)] }, blockedUntil] },
    forgetAt: { $cond: [isBlocked, '$forgetAt', { $max: [firstForgetAt, blockedUntil] }] },
  };
}

/** The same as `waitEnd`, for the database. */
function waitEndOf(tries: unknown, rule: ThrottleRule, now: Date) {
  const doublings = { $min: [{ $max: [{ $subtract: [tries, rule.freeTries] }, 0] }, 20] };
  const seconds = { $min: [{ $multiply: [rule.firstWaitSeconds, { $pow: [2, doublings] }] }, rule.longestWaitSeconds] };
  return { $add: [now, { $multiply: [seconds, 1000] }] };
}

/** Forgets the tries under a key: it ended well. */
export async function forgetTries(key: string): Promise<void> {
  await Throttles.deleteOne({ _id: key });
}

/** Gives back one try that ended well without forgetting the others; a wait ends only if so few are left that each was free. */
export async function giveBackTry(key: string, rule: ThrottleRule): Promise<void> {
  await Throttles.updateOne(hasTries(key), [{ $set: oneTryLess(rule) }], { updatePipeline: true });
}

/** Forgets the tries under one key and gives back a try under another, in one round trip. */
export async function forgetAndGiveBack(forgotten: string, givenBack: string, rule: ThrottleRule): Promise<void> {
  const longAgo = new Date(0);
  // An update, since a removal would be a command of its own; what is forgotten is swept later.
  const forget = { $set: { tries: 0, blockedUntil: longAgo, forgetAt: longAgo } };
  await Throttles.bulkWrite(
    [
      { updateOne: { filter: { _id: forgotten }, update: forget } },
      { updateOne: { filter: hasTries(givenBack), update: [{ $set: oneTryLess(rule) }] } },
    ],
    { ordered: false },
  );
}

const hasTries = (key: string) => ({ _id: key, tries: trusted({ $gt: 0 }) });

function oneTryLess({ freeTries }: ThrottleRule) {
  const tries = { $subtract: ['$tries', 1] };
  return { tries, blockedUntil: { $cond: [{ $lt: [tries, freeTries] }, new Date(0), '$blockedUntil'] } };
}

/** Removes what is to be forgotten, at most `limit`; answers how many. */
export async function deleteForgotten(now: Date, limit: number): Promise<number> {
  const old = await Throttles.find({ forgetAt: trusted({ $lte: now }) }, { _id: 1 })
    .sort({ forgetAt: 1, _id: 1 })
    .hint('forget')
    .limit(limit)
    .lean();
  await Throttles.deleteMany({ _id: trusted({ $in: old.map((row) => row._id) }), forgetAt: trusted({ $lte: now }) });
  return old.length;
}
