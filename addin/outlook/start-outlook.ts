const PATIENCE_MS = 15_000;

/** Whether this page runs inside Outlook beside a message being written; false as well when Microsoft's script could not be loaded. */
export async function startOutlook(): Promise<boolean> {
  if (typeof Office === 'undefined') return false;
  const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const ready = await Promise.race([Office.onReady(), silence]);
  return ready?.host === Office.HostType.Outlook && Boolean(Office.context.mailbox?.item);
}
