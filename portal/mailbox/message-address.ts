import type { Folder } from '../../contract/mailbox.ts';

/** What stands behind the address of a message that has the whole screen. */
export const FULL = 'full';

/** The address of a folder, or of a message in it. */
export function messageAddress(folder: Folder, deliveryId: string | null, isFull = false): string {
  if (deliveryId === null) return `/portal/${folder}`;
  return `/portal/${folder}/${deliveryId}${isFull ? `?${FULL}` : ''}`;
}
