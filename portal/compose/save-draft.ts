import { createCall } from '../../contract/call.ts';
import { saveDraft } from '../../contract/compose.ts';
import { isAccountHere } from '../session/account-here.ts';
import { contentOf } from './draft-content.ts';
import { findStanding } from './find-standing.ts';
import { isCode } from '../../screen/is-code.ts';
import { accountOf, changeDraft, findDraft } from './kept-drafts.ts';
import { lostUploads } from './lost-uploads.ts';
import { uploadAgain } from './upload-files.ts';
import { type WrittenDraft, isEmpty } from './written-draft.ts';

const saving = new Map<string, Promise<void>>();

/** What a browser sends to its end although the page is closed: at most 64 kB at a time. */
const GOES_ON_BYTES = 60_000;
const callToTheEnd = createCall({
  origin: '',
  fetch: (address, request) => {
    const keepalive = new Blob([request.body ?? '']).size < GOES_ON_BYTES;
    return globalThis.fetch(address, { ...request, keepalive } as RequestInit);
  },
});

/** After these it is not known whether the server has saved what it was handed. */
const UNKNOWN_END = ['offline', 'unexpected', 'database_unavailable'] as const;

/** Saves a draft if there is something new in it, one save after the other; how it went stands in the draft. What another window has changed, or what is
 *  gone from the server, is not saved over; what is being sent neither. */
export function saveIfDirty(slot: string): Promise<void> {
  const turn = whenSaved(slot).then(() => save(slot));
  saving.set(slot, turn);
  return turn;
}

/** Waits for a save that is under way. */
export function whenSaved(slot: string): Promise<void> {
  return saving.get(slot) ?? Promise.resolve();
}

/** Whether saving this draft now makes sense. */
export function maySave(slot: string, draft: WrittenDraft): boolean {
  const {
    isDirty,
    save: { kind },
    send,
    revision,
  } = draft;
  if (!isDirty || kind === 'changed' || kind === 'gone' || send.kind === 'sending') return false;
  return isAccountHere(accountOf(slot)) && !(isEmpty(draft) && revision === 0);
}

async function save(slot: string): Promise<void> {
  const draft = findDraft(slot);
  if (!draft || !maySave(slot, draft)) return;
  const failure = draft.save.kind === 'failed' ? draft.save.failure : null;
  changeDraft(slot, (known) => ({ ...known, isDirty: false, save: { kind: 'saving', failure } }));
  try {
    if (draft.tried && (await isElsewhere(slot, draft.revision > 0))) return;
    await handOver(slot);
  } catch (problem) {
    if (isCode(problem, 'draft_changed')) return meetRefusal(slot);
    fail(slot, problem);
  }
}

async function handOver(slot: string): Promise<void> {
  const draft = findDraft(slot);
  if (!draft) return;
  const content = contentOf(draft);
  const { sendKey } = draft;
  changeDraft(slot, (known) => ({ ...known, tried: content }));
  try {
    const { revision, updatedAt } = await callToTheEnd(saveDraft, { draftId: sendKey, revision: draft.revision, ...content });
    changeDraft(slot, (known) =>
      known.sendKey === sendKey ? { ...known, revision, tried: null, save: { kind: 'saved', at: updatedAt } } : known,
    );
  } catch (failure) {
    if (!isCode(failure, 'draft_changed', ...UNKNOWN_END)) changeDraft(slot, (known) => ({ ...known, tried: null }));
    if (isCode(failure, 'upload_not_found')) uploadAgain(slot, null, lostUploads(failure, draft));
    throw failure;
  }
}

/** A revision that the server refuses may be one that this window made itself, by a save whose answer was lost. */
async function meetRefusal(slot: string): Promise<void> {
  try {
    if (!(await isElsewhere(slot, true))) changeDraft(slot, (known) => ({ ...known, isDirty: true, save: { kind: 'none' } }));
  } catch (problem) {
    fail(slot, problem);
  }
}

/** Looks where the draft stands; says in it when it was changed elsewhere, or is gone although it was there (`wasThere`). @throws CallError */
export async function isElsewhere(slot: string, wasThere: boolean): Promise<boolean> {
  const standing = await findStanding(slot);
  if (standing === 'ours' || (standing === 'gone' && !wasThere)) return false;
  changeDraft(slot, (known) => ({ ...known, isDirty: true, save: { kind: standing } }));
  return true;
}

function fail(slot: string, failure: unknown): void {
  changeDraft(slot, (known) => ({ ...known, isDirty: true, save: { kind: 'failed', failure } }));
}
