import { decodeBase64 } from '../outlook/decode-base64.ts';
import { contentIdOf } from './content-id-of.ts';
import type { OutgoingFile } from './outgoing-file.ts';

const DATA_PICTURE = /^data:image\/(png|jpe?g|gif|webp|bmp|avif)(?:;[^;,]*)*;base64,(.*)$/is;

/** Takes the pictures that stand in the text as `data:` out of it: each becomes a file, and its place points to that file by content id.
 *  What cannot be decoded stays as it is. */
export async function extractDataPictures(page: Document): Promise<(OutgoingFile & { contentId: string })[]> {
  const pictures: (OutgoingFile & { contentId: string })[] = [];
  for (const image of page.querySelectorAll('img')) {
    const [, kind, base64] = DATA_PICTURE.exec(image.getAttribute('src') ?? '') ?? [];
    const bytes = base64 === undefined ? null : await decode(base64);
    if (!kind || !bytes) continue;
    const contentId = await contentIdOf(bytes, pictures.length + 1);
    const ending = kind.toLowerCase().replace('jpeg', 'jpg');
    const name = `picture-${pictures.length + 1}.${ending}`;
    const contentType = `image/${kind.toLowerCase().replace('jpg', 'jpeg')}`;
    image.setAttribute('src', `cid:${contentId}`);
    pictures.push({
      id: contentId,
      name,
      size: bytes.length,
      contentType,
      contentId,
      unreadable: null,
      read: async () => bytes.slice(),
    });
  }
  return pictures;
}

async function decode(base64: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await decodeBase64(decodeURIComponent(base64));
  } catch {
    return null;
  }
}
