import mongoose from 'mongoose';
import './refuse-unknown.ts';
import { isDuplicateKey } from './database.ts';
import { olderThan } from './older-than.ts';

const { trusted } = mongoose;

/** A message that is still being written, as it was last saved. */
export interface DraftDocument {
  /** The id of the message it becomes when it is sent. */
  readonly _id: string;
  readonly accountId: string;
  /** What its author's page calls it, and sends it with. */
  readonly draftId: string;
  /** The answered message, as an entry of the author's inbox. */
  readonly deliveryId: string | null;
  /** Raised by every save. */
  readonly revision: number;
  readonly updatedAt: Date;
  /** Its files, for whoever sweeps. */
  readonly uploadIds: readonly string[];
  /** Bytes of its text. */
  readonly bytes: number;
  /** What a list shows, sealed with the account's key. */
  readonly sealedSummary: Buffer;
  readonly sealedContent: Buffer;
}

const text = { type: String, required: true };
const draftSchema = new mongoose.Schema<DraftDocument>(
  {
    _id: text,
    accountId: text,
    draftId: text,
    deliveryId: { type: String, default: null },
    revision: { type: Number, required: true },
    updatedAt: { type: Date, required: true },
    uploadIds: { type: [String], default: [] },
    bytes: { type: Number, required: true },
    sealedSummary: { type: Buffer, required: true },
    sealedContent: { type: Buffer, required: true },
  },
  { collection: 'drafts', versionKey: false },
);
draftSchema.index({ accountId: 1, updatedAt: -1, _id: -1 }, { name: 'folder' });
draftSchema.index({ accountId: 1, deliveryId: 1, updatedAt: -1, _id: -1 }, { name: 'answering' });
draftSchema.index({ accountId: 1, _id: 1, bytes: 1 }, { name: 'sizes' });
draftSchema.index({ updatedAt: 1, _id: 1 }, { name: 'untouched' });

const Drafts = mongoose.model('drafts', draftSchema);

/** Stores a new draft; false when it is there already. */
export async function insertDraftUnlessKnown(draft: DraftDocument): Promise<boolean> {
  try {
    await Drafts.create([draft]);
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}

/** Saves a draft over the one at `revision`; answers what stood there, null when it is at another revision or gone. */
export async function replaceIfRevision(draft: DraftDocument, revision: number): Promise<DraftDocument | null> {
  const { _id, accountId, ...saved } = draft;
  return Drafts.findOneAndUpdate(
    { _id, accountId, revision },
    { $set: saved },
    { returnDocument: 'before' },
  ).lean<DraftDocument>();
}

/** A draft of this account. */
export async function findDraft(_id: string, accountId: string): Promise<DraftDocument | null> {
  return Drafts.findOne({ _id, accountId }).lean<DraftDocument>();
}

/** Those of these drafts that are there, with the files they list. */
export async function listFilesOfDrafts(ids: readonly string[]): Promise<readonly Pick<DraftDocument, '_id' | 'uploadIds'>[]> {
  return Drafts.find({ _id: trusted({ $in: [...ids] }) }, { uploadIds: 1 })
    .hint('_id_')
    .lean<Pick<DraftDocument, '_id' | 'uploadIds'>[]>();
}

/** Where a page begins: after this draft. */
export interface DraftStart {
  readonly updatedAt: Date;
  readonly _id: string;
}

/** At most `limit` drafts, newest first, after `start`, without their content; with `deliveryId` those that answer that message. */
export async function listFolderOfDrafts(
  accountId: string,
  deliveryId: string | null,
  start: DraftStart | null,
  limit: number,
): Promise<readonly DraftDocument[]> {
  return Drafts.find(
    { accountId, ...(deliveryId === null ? {} : { deliveryId }), ...olderThan('updatedAt', start) },
    { sealedContent: 0 },
  )
    .sort({ updatedAt: -1, _id: -1 })
    .hint(deliveryId === null ? 'folder' : 'answering')
    .limit(limit)
    .lean<DraftDocument[]>();
}

/** At most `most` drafts of an account with the bytes of their texts; the index alone tells. */
export async function listDraftSizes(accountId: string, most: number): Promise<readonly Pick<DraftDocument, '_id' | 'bytes'>[]> {
  return Drafts.find({ accountId }, { _id: 1, bytes: 1 })
    .sort({ _id: 1 })
    .hint('sizes')
    .limit(most)
    .lean<Pick<DraftDocument, '_id' | 'bytes'>[]>();
}

/** Deletes a draft of this account; answers it, null when it is not there. */
export async function deleteDraft(_id: string, accountId: string): Promise<DraftDocument | null> {
  return Drafts.findOneAndDelete({ _id, accountId }).lean<DraftDocument>();
}

/** Deletes a draft if it still is at `revision`; answers it, null when it was saved anew or is gone. */
export async function deleteIfRevision(_id: string, accountId: string, revision: number): Promise<DraftDocument | null> {
  return Drafts.findOneAndDelete({ _id, accountId, revision }).lean<DraftDocument>();
}

/** Drafts that nobody saved since `before`, oldest first. */
export async function listUntouchedDrafts(before: Date, limit: number): Promise<readonly DraftDocument[]> {
  return Drafts.find({ updatedAt: trusted({ $lt: before }) }, { sealedContent: 0, sealedSummary: 0 })
    .sort({ updatedAt: 1, _id: 1 })
    .hint('untouched')
    .limit(limit)
    .lean<DraftDocument[]>();
}
