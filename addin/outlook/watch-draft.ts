import { callOffice } from './call-office.ts';
import { composeItem } from './compose-item.ts';

/** Tells whenever recipients or files change, and when somebody comes back to the pane: Outlook does not tell changes of the text. Of a message that is
 *  gone already nothing is told but the coming back. @returns how to stop */
export function watchDraft(changed: () => void): () => void {
  const item = itemIfThere();
  const events = item ? [Office.EventType.RecipientsChanged, Office.EventType.AttachmentsChanged] : [];
  for (const event of events) {
    callOffice<void>((done) => item?.addHandlerAsync(event, changed, done)).catch(() => undefined);
  }
  addEventListener('focus', changed);
  return () => {
    removeEventListener('focus', changed);
    for (const event of events) callOffice<void>((done) => item?.removeHandlerAsync(event, done)).catch(() => undefined);
  };
}

function itemIfThere(): Office.MessageCompose | null {
  try {
    return composeItem();
  } catch {
    return null;
  }
}
