import { isSameContent } from './draft-content.ts';
import { changeDraft, findDraft } from './kept-drafts.ts';
import { readIfThere } from './load-draft.ts';

/** `ours`: the server has what this window knows, or what it last handed over; `changed`: another window saved something else; `gone`: there is none
 *  (any more). */
type Standing = 'ours' | 'changed' | 'gone';

/** Finds out how the server's draft compares with this window's, where an answer was lost or a revision refused. What is ours is gone on from.
 *  @throws CallError */
export async function findStanding(slot: string): Promise<Standing> {
  const asked = findDraft(slot);
  if (!asked) return 'ours';
  const saved = await readIfThere(asked.sendKey);
  if (!saved) return 'gone';
  if (saved.revision !== asked.revision && !(asked.tried && isSameContent(saved, asked.tried))) return 'changed';
  changeDraft(slot, (known) => (known.sendKey === asked.sendKey ? { ...known, revision: saved.revision, tried: null } : known));
  return 'ours';
}
