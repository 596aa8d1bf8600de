import { isRasterPicture } from '../../contract/raster-picture.ts';
import type { DraftAttachment } from '../outlook/list-attachments.ts';
import { contentIdOf } from './content-id-of.ts';
import { contentTypeOf } from './content-type-of.ts';

interface MatchedPictures {
  /** By attachment id, for each picture that the text shows. */
  readonly contentIds: ReadonlyMap<string, string>;
  /** The names of pictures that have a place in the text, but are of a kind that no page shows. */
  readonly unshown: readonly string[];
  readonly strays: number;
  readonly missing: number;
}

const SENDABLE = /^[\x21-\x7e]{1,255}$/;

type Claim = (contentId: string, file: DraftAttachment, place: number) => boolean;

/** By content id (Mailbox 1.16), before that by the name in front of the @, then by order. */
const claims: Claim[] = [
  (contentId, file) => file.contentId?.toLowerCase() === contentId.toLowerCase(),
  (contentId, file) => file.isInline && file.name.toLowerCase() === contentId.split('@')[0]?.toLowerCase(),
  (_contentId, file) => file.isInline && file.contentId === null,
];

/** Finds for each `cid:` picture in the text the file it means, and writes the content id under which that file travels into the text.
 *  A place whose file no page can show keeps its name only. Inline pictures that no place claims are strays; places that no file answers are missing.
 *  `others` are content ids with files already. */
export async function matchPictures(
  page: Document,
  attachments: readonly DraftAttachment[],
  others: ReadonlySet<string>,
): Promise<MatchedPictures> {
  const places = placesOf(page, others);
  const contentIds = new Map<string, string>();
  const unshown = new Map<string, string>();
  const isTaken = ({ id }: DraftAttachment) => contentIds.has(id) || unshown.has(id);
  for (const claim of claims) {
    for (const [wanted, images] of places) {
      const file = attachments.find((attachment, place) => !isTaken(attachment) && claim(wanted, attachment, place));
      if (!file) continue;
      places.delete(wanted);
      if (isRasterPicture(contentTypeOf(file.name))) {
        const contentId = await sendableId(wanted, contentIds.size + 1);
        contentIds.set(file.id, contentId);
        for (const image of images) image.setAttribute('src', `cid:${contentId}`);
      } else {
        unshown.set(file.id, file.name);
        images.forEach((image) => nameInstead(image, file.name));
      }
    }
  }
  const strays = attachments.filter((file) => file.isInline && !isTaken(file)).length;
  return { contentIds, unshown: [...unshown.values()], strays, missing: places.size };
}

async function sendableId(wanted: string, order: number): Promise<string> {
  return SENDABLE.test(wanted) ? wanted : contentIdOf(new TextEncoder().encode(wanted), order);
}

function nameInstead(image: HTMLImageElement, name: string): void {
  image.removeAttribute('src');
  if (!image.alt) image.alt = name;
}

function placesOf(page: Document, others: ReadonlySet<string>): Map<string, HTMLImageElement[]> {
  const places = new Map<string, HTMLImageElement[]>();
  for (const image of page.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    if (!/^cid:/i.test(source)) continue;
    const contentId = decode(source.slice(4));
    if (!others.has(contentId)) places.set(contentId, [...(places.get(contentId) ?? []), image]);
  }
  return places;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
