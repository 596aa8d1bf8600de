import { takeFile } from './file-shelf.ts';
import type { SimulatedDraft } from './simulated-draft.ts';

const addresses = new Map<string, string>();

/** Writes the draft's text into the editor; pictures that stand there as `cid:` become visible. */
export async function showPictures(editor: HTMLElement, { html, attachments }: SimulatedDraft): Promise<void> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const image of page.querySelectorAll('img')) {
    const contentId = /^cid:(.+)$/i.exec(image.getAttribute('src') ?? '')?.[1];
    const file = attachments.find((attachment) => attachment.contentId === contentId);
    if (file && contentId) image.replaceWith(pictureElement(contentId, await takeFile(file.id), image));
  }
  editor.replaceChildren(...page.body.childNodes);
}

/** A picture as the editor shows it. */
export function pictureElement(contentId: string, content: Blob, like?: HTMLImageElement): HTMLImageElement {
  const address = addresses.get(contentId) ?? URL.createObjectURL(content);
  addresses.set(contentId, address);
  const image = (like?.cloneNode() as HTMLImageElement | undefined) ?? document.createElement('img');
  image.dataset['contentId'] = contentId;
  image.src = address;
  return image;
}

/** The editor's text as Outlook hands it out: pictures as `cid:`. */
export function withoutPictures(editor: HTMLElement): string {
  const copy = new DOMParser().parseFromString(editor.innerHTML, 'text/html').body;
  for (const image of copy.querySelectorAll<HTMLImageElement>('img[data-content-id]')) {
    image.setAttribute('src', `cid:${image.dataset['contentId']}`);
    image.removeAttribute('data-content-id');
  }
  return copy.innerHTML;
}
