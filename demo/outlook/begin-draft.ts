import { answerMail } from './answer-mail.ts';
import type { DraftStore } from './draft-store.ts';
import { fillInExample } from './example-draft.ts';
import { clearShelf } from './file-shelf.ts';
import { outlookProfiles } from './outlook-profile.ts';
import { profileInAddress } from './profile-in-address.ts';
import { newDraft } from './simulated-draft.ts';

/** Lays the draft on the desk that the address asks for: an answer to a caught mail (`?answer=ID`) or an empty one (`?draft=empty`); else what this
 *  tab was writing, and where it was writing nothing the example. */
export async function beginDraft(store: DraftStore): Promise<void> {
  const address = new URL(location.href);
  const answered = address.searchParams.get('answer');
  const isEmptyAsked = address.searchParams.get('draft') === 'empty';
  if (answered === null && !isEmptyAsked) {
    if (store.isNew) await fillInExample(store, outlookProfiles[profileInAddress()]);
    return;
  }
  // Once: a reload of the page goes on with what was begun.
  address.searchParams.delete('answer');
  address.searchParams.delete('draft');
  history.replaceState(null, '', address);
  if (answered !== null) await answerMail(store, answered);
  else await beginEmptyDraft(store);
}

/** Begins a draft with nothing in it, and throws the files of the last one away. */
export async function beginEmptyDraft(store: DraftStore): Promise<void> {
  const clearing = clearShelf();
  store.change(newDraft);
  await clearing;
}
