import { beforeLeaving } from '../session/on-leaving.ts';
import { isCode } from '../../screen/is-code.ts';
import { isPassing } from './is-passing.ts';
import { allSlots, findDraft, followDrafts } from './kept-drafts.ts';
import { maySave, saveIfDirty } from './save-draft.ts';
import { takeSendBack, whenSent } from './send-written.ts';
import { type WrittenDraft, isUnsaved } from './written-draft.ts';

const PAUSE_MS = 1500;
const LONGEST_MS = 10_000;

interface Due {
  readonly since: number;
  readonly timer: ReturnType<typeof setTimeout>;
}
const dues = new Map<string, Due>();
/** Drafts as they were when the server did not take them. */
const refused = new Map<string, { readonly failure: unknown; readonly draft: WrittenDraft }>();
let isWarning = false;

followDrafts((slot) => {
  planSave(slot);
  warnIfUnsaved();
});
// A send that still waits for files cannot go on without its author: it stays a draft.
beforeLeaving(async () => {
  const slots = allSlots();
  slots.forEach(takeSendBack);
  await Promise.all(slots.map(saveIfDirty));
  await Promise.all(slots.map(whenSent));
});
addEventListener('pagehide', () => {
  for (const slot of allSlots()) void saveIfDirty(slot);
});

/** Plans the next save of a draft, as every change to it does, on whatever page its author is: in the next pause, at the latest after 10 seconds. One
 *  that failed because its author was signed out waits until they are back at it. */
export function planSave(slot: string, isBack = false): void {
  const due = dues.get(slot);
  clearTimeout(due?.timer);
  const draft = findDraft(slot);
  const hasFailed = draft?.save.kind === 'failed';
  const isSignedOut = draft?.save.kind === 'failed' && isCode(draft.save.failure, 'not_signed_in');
  if (!draft || !maySave(slot, draft) || (isSignedOut && !isBack) || isRefusedAsItIs(slot, draft)) return void dues.delete(slot);
  const now = Date.now();
  const since = due?.since ?? now;
  const latest = since + LONGEST_MS;
  const at = isBack || !hasFailed ? Math.min(now + PAUSE_MS, latest) : latest;
  const save = () => {
    dues.delete(slot);
    void saveIfDirty(slot);
  };
  dues.set(slot, { since, timer: setTimeout(save, Math.max(0, at - now)) });
}

/** Whether the server does not take this draft as it is, and would not the next time either. */
function isRefusedAsItIs(slot: string, draft: WrittenDraft): boolean {
  if (draft.save.kind !== 'failed' || isPassing(draft.save.failure)) {
    refused.delete(slot);
    return false;
  }
  const known = refused.get(slot);
  if (known?.failure !== draft.save.failure) refused.set(slot, { failure: draft.save.failure, draft });
  const before = refused.get(slot)?.draft;
  return (['html', 'subject', 'to', 'hasQuote', 'files'] as const).every((part) => before?.[part] === draft[part]);
}

function warnIfUnsaved(): void {
  const isUnsafe = allSlots().some((slot) => {
    const draft = findDraft(slot);
    return draft !== null && isUnsaved(draft);
  });
  if (isUnsafe === isWarning) return;
  isWarning = isUnsafe;
  // Only while it is needed: a page that listens is not kept for a quick way back.
  if (isUnsafe) addEventListener('beforeunload', warn);
  else removeEventListener('beforeunload', warn);
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
