/** What stands behind the address of a message that has the whole screen. */
export const FULL = 'full';

/** The address of a place (a folder or a search), or of a message in it. */
export function messageAddress(place: string, deliveryId: string | null, isFull = false): string {
  if (deliveryId === null) return `/portal/${place}`;
  return `/portal/${place}/${deliveryId}${isFull ? `?${FULL}` : ''}`;
}
