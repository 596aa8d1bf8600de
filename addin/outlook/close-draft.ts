import { callOffice } from './call-office.ts';
import { composeItem, knows } from './compose-item.ts';

/** Whether this Outlook can close the window and throw the draft away by itself (Mailbox 1.14). */
export function canDiscardDraft(): boolean {
  return knows('Mailbox', '1.14');
}

/** People wait for nothing but this, and can close it themselves. */
const PATIENCE_MS = 10_000;

/** Closes the compose window; an older Outlook asks its user what to do with the draft. @throws OutlookError */
export async function closeDraft(): Promise<void> {
  if (canDiscardDraft()) await callOffice<void>((done) => composeItem().closeAsync({ discardItem: true }, done), PATIENCE_MS);
  else composeItem().close();
}
