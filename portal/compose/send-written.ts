import { CallError } from '../../contract/call.ts';
import { sendNew, sendReply } from '../../contract/compose.ts';
import { call } from '../api.ts';
import { tellOutcome } from '../page/told-outcome.ts';
import { isAccountHere } from '../session/account-here.ts';
import { discardSaved } from './discard-written.ts';
import { attachmentsOf } from './draft-content.ts';
import { isCode } from '../../screen/is-code.ts';
import { lostUploads } from './lost-uploads.ts';
import { accountOf, changeDraft, dropDraft, findDraft, followDrafts } from './kept-drafts.ts';
import { isElsewhere, whenSaved } from './save-draft.ts';
import { type Room, uploadAgain, whenUploaded } from './upload-files.ts';
import { type SendState, type WrittenDraft, asNewDraft, writing } from './written-draft.ts';

/** Those who show the draft in a slot, and go on when it is sent. */
const watchers = new Map<string, () => void>();

/** Has `onSent` called when the draft in a slot is sent, until the answer is called; what becomes of a draft that nobody watches is told to its author
 *  wherever they are. */
export function watchSending(slot: string, onSent: () => void): () => void {
  watchers.set(slot, onSent);
  return () => {
    if (watchers.get(slot) === onSent) watchers.delete(slot);
  };
}

/** Sends a draft once its files have arrived, and forgets it. It goes on when its page is left; how far it is stands in the draft. What was uploaded and
 *  got lost is uploaded once more. */
export async function sendWritten(slot: string, room: Room, isSecondTry = false): Promise<void> {
  const waiting: SendState = { kind: 'waiting' };
  setSend(slot, waiting);
  const areFilesThere = await whenUploaded(slot);
  // Taken back or begun anew meanwhile.
  if (findDraft(slot)?.send !== waiting) return;
  if (!areFilesThere) return fail(slot, new CallError('broken_upload'), { kind: 'writing', problem: 'files' });
  setSend(slot, { kind: 'sending' });
  await whenSaved(slot);
  try {
    await attempt(slot);
  } catch (failure) {
    const draft = findDraft(slot);
    if (!draft || !isCode(failure, 'upload_not_found') || isSecondTry) return fail(slot, failure);
    uploadAgain(slot, room, lostUploads(failure, draft));
    return sendWritten(slot, room, true);
  }
  finish(slot);
}

/** Waits until a draft that is being handed over has been, or could not be. */
export async function whenSent(slot: string): Promise<void> {
  if (findDraft(slot)?.send.kind !== 'sending') return;
  await new Promise<void>((resolve) => {
    const stop = followDrafts(() => {
      if (findDraft(slot)?.send.kind === 'sending') return;
      stop();
      resolve();
    });
  });
}

/** Takes a *Send* back that still waits for files. */
export function takeSendBack(slot: string): void {
  if (findDraft(slot)?.send.kind === 'waiting') setSend(slot, writing);
}

async function attempt(slot: string): Promise<void> {
  try {
    await send(slot);
  } catch (failure) {
    // What this window saved itself, by a save whose answer was lost, stands against nothing.
    if (!isCode(failure, 'draft_changed') || (await isElsewhere(slot, true))) throw failure;
    await send(slot);
  }
}

async function send(slot: string): Promise<void> {
  const draft = findDraft(slot);
  if (!draft || !isAccountHere(accountOf(slot))) throw new CallError('not_signed_in');
  // A save that was waited for may have found that files are gone.
  if (draft.files.some(({ state }) => state.kind !== 'ready')) throw new CallError('upload_not_found');
  const { sendKey, kind, deliveryId, to, subject, html, hasQuote, revision } = draft;
  const written = { sendKey, html, attachments: attachmentsOf(draft), draftRevision: revision };
  if (kind === 'new' || deliveryId === null) await call(sendNew, { ...written, to: [...to], subject });
  else await call(sendReply, { ...written, deliveryId, isToAll: kind === 'reply-all', hasQuote });
}

function finish(slot: string): void {
  const draft = findDraft(slot);
  if (!draft) return;
  const watcher = watchers.get(slot);
  if (watcher) watcher();
  else tell(slot, draft, null);
  dropDraft(slot);
}

function fail(slot: string, failure: unknown, send: SendState = { kind: 'failed', failure }): void {
  if (isCode(failure, 'send_key_reused')) giveUpKey(slot);
  // A conflict is shown with its ways out.
  setSend(slot, isCode(failure, 'draft_changed') ? writing : send);
  const draft = findDraft(slot);
  if (draft && !watchers.has(slot)) tell(slot, draft, failure);
}

/** A key that already sent something else is given up, so that its owner, once told, may send this as well. */
function giveUpKey(slot: string): void {
  changeDraft(slot, (known) => {
    void discardSaved(known.sendKey);
    return asNewDraft(known);
  });
}

function setSend(slot: string, send: SendState): void {
  changeDraft(slot, (known) => ({ ...known, send }));
}

function tell(slot: string, draft: WrittenDraft, failure: unknown): void {
  const { kind, subject, to, sendKey } = draft;
  const answers = kind === 'new' ? null : (to[0] ?? '');
  const others = Math.max(0, to.length - 1);
  tellOutcome({ accountId: accountOf(slot), subject, answers, others, draftId: sendKey, failure });
}
