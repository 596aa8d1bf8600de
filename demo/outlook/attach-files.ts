import type { DraftStore } from './draft-store.ts';
import { shelveFile } from './file-shelf.ts';
import type { AttachedKind } from './outlook-profile.ts';
import type { SimulatedAttachment } from './simulated-draft.ts';

/** Attaches files to the draft, in order, as what the Outlook of the moment makes of them. */
export async function attachFiles(store: DraftStore, files: readonly File[], kind: AttachedKind): Promise<void> {
  const attachments = await Promise.all(
    files.map((file) => shelveAttachment(file, { name: file.name, isInline: false, contentId: null, kind })),
  );
  store.change((draft) => ({ ...draft, attachments: [...draft.attachments, ...attachments] }));
}

/** Attaches a picture that the text is going to show. @returns its content id, named as Outlook names them */
export async function attachPicture(store: DraftStore, picture: Blob): Promise<string> {
  const number = store.read().attachments.filter(({ isInline }) => isInline).length + 1;
  const ending = picture.type.split('/')[1]?.replace('jpeg', 'jpg') ?? 'png';
  const name = `image${String(number).padStart(3, '0')}.${ending}`;
  const contentId = `${name}@01DC5B${crypto.randomUUID().slice(0, 2).toUpperCase()}.${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
  const attachment = await shelveAttachment(picture, { name, isInline: true, contentId });
  store.change((draft) => ({ ...draft, attachments: [...draft.attachments, attachment] }));
  return contentId;
}

/** Keeps a file of the draft in this browser. @returns it as the draft names it */
export async function shelveAttachment(
  content: Blob,
  named: Omit<SimulatedAttachment, 'id' | 'size'>,
): Promise<SimulatedAttachment> {
  const id = crypto.randomUUID();
  await shelveFile(id, content);
  return { id, size: content.size, ...named };
}
