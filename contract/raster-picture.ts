/** Raster pictures: they can hold no script. */
const RASTER_TYPES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/avif',
]);

/** Whether a declared type may be shown by a browser as what it says. */
export function isRasterPicture(contentType: string): boolean {
  return RASTER_TYPES.has(contentType.toLowerCase());
}

/** Whether a file is a picture that a body may show in place, by its `cid:`; every other one is to be downloaded. */
export function isInlinePicture({
  contentId,
  contentType,
}: {
  readonly contentId: string | null;
  readonly contentType: string;
}): boolean {
  return contentId !== null && isRasterPicture(contentType);
}

/** Whether a file is seen in the body itself; every other one stands in the list of files and in the zip. A picture that nobody names, or that no
 *  page may show, is a file like any other. */
export function isShownInBody(file: { readonly contentId: string | null; readonly contentType: string }, html: string): boolean {
  return isInlinePicture(file) && html.includes(file.contentId?.replace(/^<|>$/g, '') ?? '');
}
