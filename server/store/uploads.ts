import mongoose from 'mongoose';
import './refuse-unknown.ts';
import { type StoredKey, wrappedKeySchema } from './wrapped-key.ts';

const { trusted } = mongoose;

/** A file on its way to a message. The row stands before the first chunk, so that a crash leaves something to find. */
export interface UploadDocument {
  /** Also the id of the file in GridFS. */
  readonly _id: string;
  readonly owner: string;
  /** `open` while bytes arrive, `stored` when all are there. */
  readonly state: 'open' | 'stored';
  /** Bytes; while `open` what is set aside for it. */
  readonly size: number;
  /** A keyed hash of its content: who reads the database cannot tell which file it is. Empty while `open`. */
  readonly digest: string;
  readonly key: StoredKey;
  readonly leaseEndsAt: Date;
  /** The message that has claimed the file, or by `draftClaim` the draft. */
  readonly claimedBy: string | null;
}

const text = { type: String, required: true };
const uploadSchema = new mongoose.Schema<UploadDocument>(
  {
    _id: text,
    owner: text,
    state: text,
    size: { type: Number, required: true },
    digest: { type: String, default: '' },
    key: { type: wrappedKeySchema, required: true },
    leaseEndsAt: { type: Date, required: true },
    claimedBy: { type: String, default: null },
  },
  { collection: 'uploads', versionKey: false },
);
uploadSchema.index({ owner: 1, _id: 1 }, { name: 'owner' });
uploadSchema.index({ leaseEndsAt: 1, _id: 1 }, { name: 'lease' });
uploadSchema.index({ 'key.keyId': 1, _id: 1 }, { name: 'key' });

const Uploads = mongoose.model('uploads', uploadSchema);

/** Opens a row for a file that is about to arrive. */
export async function openUpload(upload: UploadDocument): Promise<void> {
  await Uploads.create([upload]);
}

/** Keeps a file that is still arriving until `leaseEndsAt`; false when its lease ran out and the sweeper took it meanwhile. */
export async function renewIfOpen(uploadId: string, leaseEndsAt: Date): Promise<boolean> {
  const done = await Uploads.updateOne({ _id: uploadId, state: 'open', claimedBy: null }, { $max: { leaseEndsAt } });
  return done.matchedCount === 1;
}

/** Notes that all bytes of a file are stored; false when its lease ran out and the sweeper took it meanwhile. */
export async function markStored(uploadId: string, file: { size: number; digest: string; leaseEndsAt: Date }): Promise<boolean> {
  const done = await Uploads.updateOne({ _id: uploadId, state: 'open', claimedBy: null }, { $set: { ...file, state: 'stored' } });
  return done.modifiedCount === 1;
}

/** The uploads of an owner that no accepted message holds yet: what counts against the quota. Stops at `limit`. */
export async function listOwned(owner: string, limit: number): Promise<readonly UploadDocument[]> {
  return Uploads.find({ owner }).sort({ owner: 1, _id: 1 }).hint('owner').limit(limit).lean<UploadDocument[]>();
}

/** Keeps an owner's unclaimed uploads until `leaseEndsAt`; never shortens a lease. */
export async function renewLeases(owner: string, uploadIds: readonly string[], leaseEndsAt: Date): Promise<void> {
  await Uploads.updateMany({ _id: trusted({ $in: [...uploadIds] }), owner, claimedBy: null }, { $max: { leaseEndsAt } });
}

/** The claim of the draft that may become the message `messageId`. */
export function draftClaim(messageId: string): string {
  return `draft:${messageId}`;
}

/** Claims stored uploads of an owner for one draft and keeps them until `leaseEndsAt`; answers those that the draft, or the message that is just being
 *  made of it, holds afterwards. */
export async function claimForDraft(
  owner: string,
  uploadIds: readonly string[],
  messageId: string,
  leaseEndsAt: Date,
): Promise<readonly UploadDocument[]> {
  const claim = draftClaim(messageId);
  const wanted = { _id: trusted({ $in: [...uploadIds] }), owner, state: 'stored' as const };
  await Uploads.updateMany(
    { ...wanted, claimedBy: trusted({ $in: [null, claim] }) },
    { $set: { claimedBy: claim }, $max: { leaseEndsAt } },
  );
  return Uploads.find({ ...wanted, claimedBy: trusted({ $in: [claim, messageId] }) })
    .hint('_id_')
    .lean<UploadDocument[]>();
}

/** Gives ended uploads to the drafts that list them and keeps them until `leaseEndsAt`; one that was claimed otherwise or renewed meanwhile stays as it
 *  is. */
export async function keepForDraftsIfEnded(
  held: readonly { readonly upload: Pick<UploadDocument, '_id' | 'claimedBy'>; readonly messageId: string }[],
  now: Date,
  leaseEndsAt: Date,
): Promise<void> {
  if (held.length === 0) return;
  const updates = held.map(({ upload: { _id, claimedBy }, messageId }) => ({
    updateOne: {
      filter: { _id, claimedBy, leaseEndsAt: trusted({ $lte: now }) },
      update: { $set: { claimedBy: draftClaim(messageId), leaseEndsAt } },
    },
  }));
  await Uploads.bulkWrite(updates, { ordered: false });
}

/** Those of these uploads that a draft still holds, not its message. */
export async function listHeldByDraft(uploadIds: readonly string[], messageId: string): Promise<readonly string[]> {
  const held = await Uploads.find({ _id: trusted({ $in: [...uploadIds] }), claimedBy: draftClaim(messageId) }, { _id: 1 })
    .hint('_id_')
    .lean<Pick<UploadDocument, '_id'>[]>();
  return held.map(({ _id }) => _id);
}

/** Takes an upload for removal from the draft that holds it; false when a message has claimed it meanwhile. */
export async function takeFromDraft(uploadId: string, messageId: string): Promise<boolean> {
  const done = await Uploads.updateOne(
    { _id: uploadId, claimedBy: draftClaim(messageId) },
    { $set: { claimedBy: REMOVAL, leaseEndsAt: new Date(0) } },
  );
  return done.modifiedCount === 1;
}

/** Claims stored uploads of an owner for one message, from its draft too, and keeps them until `leaseEndsAt`; answers those that this message holds afterwards.
 *  The new lease is what stops a sweeper that looked at the row before. */
export async function claimUploads(
  owner: string,
  uploadIds: readonly string[],
  messageId: string,
  leaseEndsAt: Date,
): Promise<readonly UploadDocument[]> {
  const wanted = { _id: trusted({ $in: [...uploadIds] }), owner, state: 'stored' as const };
  await Uploads.updateMany(
    { ...wanted, claimedBy: trusted({ $in: [null, messageId, draftClaim(messageId)] }) },
    { $set: { claimedBy: messageId }, $max: { leaseEndsAt } },
  );
  return Uploads.find({ ...wanted, claimedBy: messageId })
    .hint('_id_')
    .lean<UploadDocument[]>();
}

/** Stored uploads of an owner, as they are before a claim. */
export async function findStored(owner: string, uploadIds: readonly string[]): Promise<readonly UploadDocument[]> {
  return Uploads.find({ _id: trusted({ $in: [...uploadIds] }), owner, state: 'stored' })
    .hint('_id_')
    .lean<UploadDocument[]>();
}

/** Forgets the rows of files that belong to an accepted message now. */
export async function forgetClaimed(uploadIds: readonly string[], messageId: string): Promise<void> {
  await Uploads.deleteMany({ _id: trusted({ $in: [...uploadIds] }), claimedBy: messageId });
}

/** Uploads whose lease ended before `now`, oldest first. */
export async function listEnded(now: Date, limit: number): Promise<readonly UploadDocument[]> {
  return Uploads.find({ leaseEndsAt: trusted({ $lte: now }) })
    .sort({ leaseEndsAt: 1, _id: 1 })
    .hint('lease')
    .limit(limit)
    .lean<UploadDocument[]>();
}

/** Takes an ended upload for removal from whoever holds it, so that nobody can claim it any more; false when it was claimed or renewed meanwhile. */
export async function takeIfEnded({ _id, claimedBy }: Pick<UploadDocument, '_id' | 'claimedBy'>, now: Date): Promise<boolean> {
  const done = await Uploads.updateOne({ _id, claimedBy, leaseEndsAt: trusted({ $lte: now }) }, { $set: { claimedBy: REMOVAL } });
  return done.matchedCount === 1;
}

/** Takes an owner's unclaimed upload for removal; false when it is not there, not theirs or claimed. */
export async function takeOwn(uploadId: string, owner: string): Promise<boolean> {
  const done = await Uploads.updateOne(
    { _id: uploadId, owner, claimedBy: null },
    { $set: { claimedBy: REMOVAL, leaseEndsAt: new Date(0) } },
  );
  return done.modifiedCount === 1;
}

/** Deletes the row of a file that is gone. */
export async function deleteUpload(uploadId: string): Promise<void> {
  await Uploads.deleteOne({ _id: uploadId });
}

/** The claim of the sweeper: no message has this id. */
export const REMOVAL = 'removal';
