import mongoose from 'mongoose';
import './refuse-unknown.ts';

const { trusted } = mongoose;

/** What an author has used of a quota since its window began. */
export interface QuotaDocument {
  readonly _id: string;
  /** By attempt, and once it succeeded by what was sent. */
  readonly charges: readonly { readonly id: string; readonly units: number }[];
  readonly endsAt: Date;
}

const quotaSchema = new mongoose.Schema<QuotaDocument>(
  {
    _id: { type: String, required: true },
    charges: [{ _id: false, id: { type: String, required: true }, units: { type: Number, required: true } }],
    endsAt: { type: Date, required: true },
  },
  { collection: 'quotas', versionKey: false },
);
quotaSchema.index({ endsAt: 1, _id: 1 }, { name: 'end' });

const Quotas = mongoose.model('quotas', quotaSchema);

/** A quota: so many units in a window that begins with the first. */
export interface QuotaRule {
  readonly units: number;
  readonly windowSeconds: number;
}

/** Charges `units` under `id` if they fit, in one conditional update, so that no parallel sends exceed it; the same id is charged once.
 *  Answers null when it is charged, else when the window ends. */
export async function chargeIfFits(
  key: string,
  rule: QuotaRule,
  charge: { readonly id: string; readonly units: number },
  now: Date,
): Promise<Date | null> {
  const isOver = { $lte: [{ $ifNull: ['$endsAt', new Date(0)] }, now] };
  const windowEnd = endOfWindow(rule, now);
  const known = { $cond: [isOver, [], '$charges'] };
  const isCharged = { $in: [charge.id, '$charges.id'] };
  const fits = { $lte: [{ $add: [{ $sum: '$charges.units' }, charge.units] }, rule.units] };
  const after = await Quotas.findOneAndUpdate(
    { _id: key },
    [
      { $set: { charges: known, endsAt: { $cond: [isOver, windowEnd, { $min: ['$endsAt', windowEnd] }] } } },
      {
        $set: {
          charges: {
            $cond: [{ $and: [{ $not: [isCharged] }, fits] }, { $concatArrays: ['$charges', [charge]] }, '$charges'],
          },
        },
      },
    ],
    { upsert: true, returnDocument: 'after', updatePipeline: true },
  ).lean<QuotaDocument>();
  return after.charges.some(({ id }) => id === charge.id) ? null : after.endsAt;
}

/** Gives a charge back: what it was for did not happen. */
export async function giveBackCharge(key: string, id: string): Promise<void> {
  await Quotas.updateOne({ _id: key }, { $pull: { charges: { id } } });
}

/** The id of one attempt to make something. */
export function attemptAt(madeId: string, attempt: string): string {
  return `${madeId}:${attempt}`;
}

/** Puts what an attempt made in the place of every attempt to make it, those too that ended without a word: charged once, with the most that any of them
 *  was charged. */
export async function settleCharge(key: string, attemptId: string, madeId: string): Promise<void> {
  const isAttempt = { $eq: [{ $indexOfCP: ['$$charge.id', attemptAt(madeId, '')] }, 0] };
  const own = { $or: [{ $eq: ['$$charge.id', madeId] }, isAttempt] };
  const filtered = (cond: object) => ({ $filter: { input: '$charges', as: 'charge', cond } });
  const made = { id: madeId, units: { $max: { $map: { input: filtered(own), as: 'charge', in: '$$charge.units' } } } };
  const charges = { $concatArrays: [filtered({ $not: [own] }), [made]] };
  await Quotas.updateOne({ _id: key, 'charges.id': attemptId }, [{ $set: { charges } }], { updatePipeline: true });
}

/** What has been used in the window that runs at `now`, and when it ends. */
export async function readQuota(key: string, rule: QuotaRule, now: Date): Promise<{ used: number; endsAt: Date | null }> {
  const quota = await Quotas.findOne({ _id: key, endsAt: trusted({ $gt: now }) }).lean<QuotaDocument>();
  if (!quota) return { used: 0, endsAt: null };
  const latest = endOfWindow(rule, now);
  const used = quota.charges.reduce((sum, { units }) => sum + units, 0);
  return { used, endsAt: quota.endsAt < latest ? quota.endsAt : latest };
}

/** When a window that begins now ends, and at the latest one that runs: a clock that was set back makes none longer. */
function endOfWindow({ windowSeconds }: QuotaRule, now: Date): Date {
  return new Date(now.getTime() + windowSeconds * 1000);
}

/** Removes windows that have ended, at most `limit`; answers how many. */
export async function deleteEndedQuotas(now: Date, limit: number): Promise<number> {
  const ended = await Quotas.find({ endsAt: trusted({ $lte: now }) }, { _id: 1 })
    .sort({ endsAt: 1, _id: 1 })
    .hint('end')
    .limit(limit)
    .lean();
  await Quotas.deleteMany({ _id: trusted({ $in: ended.map(({ _id }) => _id) }), endsAt: trusted({ $lte: now }) });
  return ended.length;
}
