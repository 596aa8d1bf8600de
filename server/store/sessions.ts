import mongoose from 'mongoose';
import './refuse-unknown.ts';
import { CLOCKS_DIFFER_MS } from './clocks-differ.ts';

const { trusted } = mongoose;

/** What a session may reach: everything (`open`), or only what leads there. */
export type SessionStage = 'open' | 'second-step' | 'second-step-setup' | 'reset-password';

/** A browser in two words, as its owner recognises it. */
export interface Device {
  readonly browser: string;
  readonly system: string;
}

/** A portal session. The id in the browser's cookie is random; here stands only its hash. */
export interface SessionDocument {
  readonly _id: string;
  readonly accountId: string;
  /** Names the session to its owner; worth nothing to anybody else. */
  readonly publicId: string;
  readonly state: SessionStage;
  readonly device: Device;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  /** When its owner last showed a password or a passkey. */
  readonly identityProvenAt: Date;
  readonly idleEndsAt: Date;
  readonly absoluteEndsAt: Date;
}

const sessionSchema = new mongoose.Schema<SessionDocument>(
  {
    _id: { type: String, required: true },
    accountId: { type: String, required: true },
    publicId: { type: String, required: true },
    state: { type: String, required: true },
    device: { type: new mongoose.Schema<Device>({ browser: String, system: String }, { _id: false }), required: true },
    createdAt: { type: Date, required: true },
    lastUsedAt: { type: Date, required: true },
    identityProvenAt: { type: Date, required: true },
    idleEndsAt: { type: Date, required: true },
    absoluteEndsAt: { type: Date, required: true },
  },
  { collection: 'sessions', versionKey: false },
);
sessionSchema.index({ accountId: 1, createdAt: -1, _id: -1 }, { name: 'newest' });
sessionSchema.index({ idleEndsAt: 1, _id: 1 }, { name: 'idle' });

const Sessions = mongoose.model('sessions', sessionSchema);

/** Opens a session. */
export async function insertSession(session: SessionDocument): Promise<void> {
  await Sessions.create([session]);
}

/** What was last used after `now` was so before the clock was set back: how long ago that is nobody knows. */
const notUsedAfter = (now: Date) => trusted({ $lte: new Date(now.getTime() + CLOCKS_DIFFER_MS) });

/** The session, if both its limits are still ahead at `now` and it was not used after that. */
export async function findLiveSession(sessionId: string, now: Date): Promise<SessionDocument | null> {
  const ahead = trusted({ $gt: now });
  const living = { _id: sessionId, idleEndsAt: ahead, absoluteEndsAt: ahead, lastUsedAt: notUsedAfter(now) };
  return Sessions.findOne(living).lean<SessionDocument>();
}

/** Moves the idle limit of a living session forward; never revives an ended one. */
export async function touchSession(sessionId: string, idleEndsAt: Date, now: Date): Promise<void> {
  await Sessions.updateOne({ _id: sessionId, idleEndsAt: trusted({ $gt: now }) }, { $max: { idleEndsAt, lastUsedAt: now } });
}

/** The living sessions of an account, newest first, at most `limit`. */
export async function listLiveSessions(accountId: string, now: Date, limit: number): Promise<SessionDocument[]> {
  return Sessions.find({ accountId, idleEndsAt: trusted({ $gt: now }), lastUsedAt: notUsedAfter(now) })
    .sort({ accountId: 1, createdAt: -1, _id: -1 })
    .hint('newest')
    .limit(limit)
    .lean<SessionDocument[]>();
}

/** Ends one session; false when it had ended already. */
export async function deleteIfThere(sessionId: string): Promise<boolean> {
  return (await Sessions.deleteOne({ _id: sessionId })).deletedCount === 1;
}

/** Ends every session of an account. */
export async function deleteSessionsOf(accountId: string): Promise<void> {
  await deleteAll({ accountId });
}

/** Ends the session of an account that its owner knows by this id. */
export async function deleteSessionOf(accountId: string, publicId: string): Promise<void> {
  await deleteAll({ accountId, publicId });
}

/** Ends every session of an account but the one its owner knows by this id. */
export async function deleteOtherSessionsOf(accountId: string, publicId: string): Promise<void> {
  await deleteAll({ accountId, publicId: trusted({ $ne: publicId }) });
}

/** Twice: one that takes the place of another meanwhile can come to stand where the first pass has been. */
async function deleteAll(condition: mongoose.QueryFilter<SessionDocument>): Promise<void> {
  await Sessions.deleteMany(condition, { hint: 'newest' });
  await Sessions.deleteMany(condition, { hint: 'newest' });
}

/** Removes sessions whose idle limit passed before `now`, at most `limit`; answers how many. */
export async function deleteEndedSessions(now: Date, limit: number): Promise<number> {
  const ended = await Sessions.find({ idleEndsAt: trusted({ $lte: now }) }, { _id: 1 })
    .sort({ idleEndsAt: 1, _id: 1 })
    .hint('idle')
    .limit(limit)
    .lean();
  await Sessions.deleteMany({ _id: trusted({ $in: ended.map((session) => session._id) }) });
  return ended.length;
}
