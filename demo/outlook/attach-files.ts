import type { DraftStore } from './draft-store.ts';
import { shelveFile } from './file-shelf.ts';
import type { SimulatedAttachment } from './simulated-draft.ts';

/** Attaches files to the draft, in order. */
export async function attachFiles(store: DraftStore, files: readonly File[]): Promise<void> {
  for (const file of files) await attach(store, file, file.name, null);
}

/** Attaches a picture that the text is going to show. @returns its content id, named as Outlook names them */
export async function attachPicture(store: DraftStore, picture: Blob): Promise<string> {
  const number = store.read().attachments.filter(({ isInline }) => isInline).length + 1;
  const ending = picture.type.split('/')[1]?.replace('jpeg', 'jpg') ?? 'png';
  const name = `image${String(number).padStart(3, '0')}.${ending}`;
  const contentId = `${name}@01DC5B${crypto.randomUUID().slice(0, 2).toUpperCase()}.${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  await attach(store, picture, name, contentId);
  return contentId;
}

async function attach(store: DraftStore, content: Blob, name: string, contentId: string | null): Promise<void> {
  const id = crypto.randomUUID();
  await shelveFile(id, content);
  const attachment: SimulatedAttachment = { id, name, size: content.size, isInline: contentId !== null, contentId };
  store.change((draft) => ({ ...draft, attachments: [...draft.attachments, attachment] }));
}
