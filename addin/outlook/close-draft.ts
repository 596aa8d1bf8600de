import { callOffice } from './call-office.ts';
import { composeItem, knows } from './compose-item.ts';

/** Whether this Outlook can close the window and throw the draft away by itself (Mailbox 1.14). */
export function canDiscardDraft(): boolean {
  return knows('Mailbox', '1.14');
}

/** People wait for nothing but this, and can close it themselves. */
const PATIENCE_MS = 10_000;

/** Closes the compose window. Unless the draft is to be discarded, and always in an older Outlook, its user is asked what to do with it.
 *  @returns whether it is known to be closed: an older Outlook does not tell, and closes no answer in the reading pane. @throws OutlookError */
export async function closeDraft(isDiscarded: boolean): Promise<boolean> {
  if (canDiscardDraft())
    await callOffice<void>((done) => composeItem().closeAsync({ discardItem: isDiscarded }, done), PATIENCE_MS);
  else composeItem().close();
  return canDiscardDraft();
}
