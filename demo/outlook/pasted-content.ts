import { decodeBase64 } from '../../addin/outlook/decode-base64.ts';
import { inlineStyleRules } from '../../screen/inline-style-rules.ts';
import { attachPicture } from './attach-files.ts';
import type { DraftStore } from './draft-store.ts';
import { pictureElement } from './show-pictures.ts';

const DATA_PICTURE = /^data:(image\/[a-z]+);base64,(.+)$/is;

/** What was pasted or dropped, ready for the editor: HTML with its formatting, and its pictures attached to the draft as Outlook does;
 *  null for plain text, which the browser inserts by itself. */
export function pastedContent(store: DraftStore, transfer: DataTransfer): Promise<DocumentFragment> | null {
  const html = transfer.getData('text/html');
  const pictures = [...transfer.files].filter(({ type }) => type.startsWith('image/'));
  if (html) return fromHtml(store, html, pictures);
  return pictures.length > 0 ? fromPictures(store, pictures) : null;
}

async function fromHtml(store: DraftStore, html: string, files: readonly File[]): Promise<DocumentFragment> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  inlineStyleRules(page, window);
  page.querySelectorAll('style, script, meta, link').forEach((element) => element.remove());
  const local = [...page.querySelectorAll('img')].filter(({ src }) => /^(?:file|data):/i.test(src));
  // Word brings its pictures beside the text, in the order in which they stand there.
  const unclaimed = local.length === files.length ? [...files] : [];
  for (const image of local) {
    const picture = (await pictureOf(image.src)) ?? unclaimed.shift();
    if (picture) image.replaceWith(pictureElement(await attachPicture(store, picture), picture, image));
    else image.remove();
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...page.body.childNodes);
  return fragment;
}

async function fromPictures(store: DraftStore, pictures: readonly File[]): Promise<DocumentFragment> {
  const fragment = document.createDocumentFragment();
  for (const picture of pictures) fragment.append(pictureElement(await attachPicture(store, picture), picture));
  return fragment;
}

async function pictureOf(address: string): Promise<Blob | null> {
  const [, type, base64] = DATA_PICTURE.exec(address) ?? [];
  return type && base64 ? new Blob([await decodeBase64(base64)], { type }) : null;
}
