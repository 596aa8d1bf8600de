/** The message being written. Outlook may exchange it (a pinned pane), so it is asked for each time. */
export function composeItem(): Office.MessageCompose {
  return Office.context.mailbox.item as unknown as Office.MessageCompose;
}

/** Whether this Outlook knows a requirement set, such as `Mailbox` `1.14`. */
export function knows(requirementSet: string, version: string): boolean {
  return Office.context.requirements.isSetSupported(requirementSet, version);
}
