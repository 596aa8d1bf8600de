import { limits } from '../../contract/limits.ts';
import { AppError } from '../errors.ts';
import { type DraftDocument, listDraftSizes } from '../store/drafts.ts';

type Sized = Pick<DraftDocument, '_id' | 'accountId' | 'bytes' | 'revision'>;

/** Whether a draft has room beside the others of its account, by their number and their bytes. Asked before it is written, so that nothing is claimed
 *  for it in vain, and again afterwards: of several that are written at the same moment at the border each then sees the others. One that became
 *  shorter always has; `bytesBefore` is what it had, null while that is still what is stored. @throws too_many_drafts with the number, or the bytes (then it names the field html) */
export async function requireDraftRoom(draft: Sized, bytesBefore: number | null): Promise<void> {
  const sizes = await listDraftSizes(draft.accountId, limits.drafts + 1);
  const others = sizes.filter(({ _id }) => _id !== draft._id);
  if (draft.revision === 1 && others.length >= limits.drafts) throw new AppError('too_many_drafts', { limit: limits.drafts });
  const bytes = others.reduce((sum, other) => sum + other.bytes, draft.bytes);
  const had = bytesBefore ?? sizes.find(({ _id }) => _id === draft._id)?.bytes ?? 0;
  if (bytes > limits.draftsBytes && draft.bytes > had)
    throw new AppError('too_many_drafts', { limit: limits.draftsBytes, fields: ['html'] });
}
