import type { DraftAttachment } from '../outlook/list-attachments.ts';
import { contentIdOf } from './content-id-of.ts';

interface MatchedPictures {
  /** By attachment id, for each picture that the text shows. */
  readonly contentIds: ReadonlyMap<string, string>;
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
 *  Inline pictures that no place claims are strays; places that no file answers are missing. `others` are content ids with files already. */
export async function matchPictures(
  page: Document,
  attachments: readonly DraftAttachment[],
  others: ReadonlySet<string>,
): Promise<MatchedPictures> {
  const places = placesOf(page, others);
  const contentIds = new Map<string, string>();
  for (const claim of claims) {
    for (const [wanted, images] of places) {
      const file = attachments.find((attachment, place) => !contentIds.has(attachment.id) && claim(wanted, attachment, place));
      if (!file) continue;
      const contentId = SENDABLE.test(wanted) ? wanted : await contentIdOf(new TextEncoder().encode(wanted), contentIds.size + 1);
      contentIds.set(file.id, contentId);
      places.delete(wanted);
      for (const image of images) image.setAttribute('src', `cid:${contentId}`);
    }
  }
  const strays = attachments.filter((file) => file.isInline && !contentIds.has(file.id)).length;
  return { contentIds, strays, missing: places.size };
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
