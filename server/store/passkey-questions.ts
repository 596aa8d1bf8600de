import mongoose from 'mongoose';
import './refuse-unknown.ts';
import { aheadByAtMost } from './clocks-differ.ts';

const { trusted } = mongoose;

export type PasskeyPurpose = 'sign-in' | 'second-step' | 'registration';

/** A question (challenge) that a passkey is to answer once. */
export interface PasskeyQuestionDocument {
  /** Keyed hash of the challenge. */
  readonly _id: string;
  readonly purpose: PasskeyPurpose;
  /** Public id of the session that asked; empty where there was none yet. */
  readonly askedBy: string;
  readonly expiresAt: Date;
}

const questionSchema = new mongoose.Schema<PasskeyQuestionDocument>(
  {
    _id: { type: String, required: true },
    purpose: { type: String, required: true },
    askedBy: { type: String, default: '' },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'passkey-questions', versionKey: false },
);
questionSchema.index({ expiresAt: 1, _id: 1 }, { name: 'ended' });

const Questions = mongoose.model('passkey-questions', questionSchema);

/** Keeps a question. */
export async function insertQuestion(question: PasskeyQuestionDocument): Promise<void> {
  await Questions.create([question]);
}

/** Takes a living question of this purpose and asker, made to live for `lifeMs`; false when there is none, or somebody has taken it before. */
export async function takeIfAsked(
  { _id, purpose, askedBy }: Omit<PasskeyQuestionDocument, 'expiresAt'>,
  lifeMs: number,
  now: Date,
): Promise<boolean> {
  const done = await Questions.deleteOne({ _id, purpose, askedBy, expiresAt: aheadByAtMost(lifeMs, now) });
  return done.deletedCount === 1;
}

/** Removes questions past their end, at most `limit`; answers how many. */
export async function deleteEndedQuestions(now: Date, limit: number): Promise<number> {
  const ended = await Questions.find({ expiresAt: trusted({ $lte: now }) }, { _id: 1 })
    .sort({ expiresAt: 1, _id: 1 })
    .hint('ended')
    .limit(limit)
    .lean();
  await Questions.deleteMany({ _id: trusted({ $in: ended.map(({ _id }) => _id) }) });
  return ended.length;
}
