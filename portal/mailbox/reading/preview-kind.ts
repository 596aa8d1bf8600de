import { isRasterPicture } from '../../../contract/raster-picture.ts';

const MEGABYTE = 1024 * 1024;
/** What a browser on a phone still holds and draws, in bytes. */
const MOST_BYTES = { picture: 30 * MEGABYTE, pdf: 50 * MEGABYTE, text: 5 * MEGABYTE } as const;

export type PreviewKind = keyof typeof MOST_BYTES;

const TEXT_TYPES: ReadonlySet<string> = new Set(['text/plain', 'text/csv', 'text/markdown', 'text/tab-separated-values']);
const BY_ENDING: Readonly<Record<string, PreviewKind>> = {
  ...{ pdf: 'pdf', txt: 'text', csv: 'text', md: 'text', log: 'text', tsv: 'text' },
  ...{ png: 'picture', jpg: 'picture', jpeg: 'picture', gif: 'picture', webp: 'picture', bmp: 'picture', avif: 'picture' },
};

/** How a file can be shown in the page, by its type or, where that says nothing, by its name; null for everything else and what is too large. */
export function previewKind(file: {
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}): PreviewKind | null {
  const kind = kindByType(file.contentType.toLowerCase()) ?? kindByName(file);
  return kind !== null && file.size > 0 && file.size <= MOST_BYTES[kind] ? kind : null;
}

function kindByType(type: string): PreviewKind | null {
  if (isRasterPicture(type)) return 'picture';
  if (type === 'application/pdf') return 'pdf';
  return TEXT_TYPES.has(type) ? 'text' : null;
}

function kindByName({ name, contentType }: { readonly name: string; readonly contentType: string }): PreviewKind | null {
  if (contentType !== '' && contentType.toLowerCase() !== 'application/octet-stream') return null;
  return BY_ENDING[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? null;
}
