import { OutlookError } from './outlook-error.ts';

/** The message being written. Outlook may exchange it (a pinned pane), so it is asked for each time. @throws OutlookError draft_gone */
export function composeItem(): Office.MessageCompose {
  const item: unknown = Office.context.mailbox.item;
  if (!item) throw new OutlookError('draft_gone');
  return item as Office.MessageCompose;
}

/** Whether this Outlook knows a requirement set, such as `Mailbox` `1.14`. */
export function knows(requirementSet: string, version: string): boolean {
  return Office.context.requirements.isSetSupported(requirementSet, version);
}
