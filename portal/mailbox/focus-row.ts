/** Where the link of a list's row is found. */
export const rowId = (deliveryId: string) => `row-${deliveryId}`;

/** The link of a row, if it is on the screen. */
export function findRow(deliveryId: string): HTMLElement | null {
  return document.getElementById(rowId(deliveryId));
}

/** Puts the focus on a row, or on the name of the folder where there is none. */
export function focusRow(deliveryId: string | null): void {
  const row = deliveryId === null ? null : findRow(deliveryId);
  (row ?? document.getElementById('folder-name'))?.focus();
}

/** The same once what was asked of the page is on the screen. */
export function focusRowSoon(deliveryId: string | null): void {
  requestAnimationFrame(() => requestAnimationFrame(() => focusRow(deliveryId)));
}

/** The message whose row holds the focus. */
export function focusedRow(): string | null {
  const row = document.activeElement?.closest('li')?.querySelector<HTMLElement>('a[id^="row-"]');
  return row ? row.id.slice('row-'.length) : null;
}
