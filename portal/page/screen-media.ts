/** One column: the list or the message. */
export const phone = '@media (max-width: 700px)';

/** List and message side by side, the folders above them. */
export const medium = '@media (min-width: 701px) and (max-width: 1000px)';

/** Folders, list and message side by side. */
export const wide = '@media (min-width: 1001px)';

/** Where toolbars have little room. */
export const belowWide = '@media (max-width: 1000px)';

/** Enough room for columns that scroll on their own; on a low or much enlarged screen the whole page scrolls. */
export const fixedHeight = '@media (min-width: 701px) and (min-height: 480px)';

/** High contrast: backgrounds and shadows are gone, so lines must tell what is chosen. */
export const forcedColours = '@media (forced-colors: active)';

/** Whether one column is shown now. */
export function isPhone(): boolean {
  return typeof matchMedia !== 'undefined' && matchMedia('(max-width: 700px)').matches;
}
