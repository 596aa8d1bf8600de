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
