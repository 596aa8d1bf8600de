import { type MessageAttachment, readInlinePicture } from '../../contract/mailbox.ts';
import { readBytes } from '../api.ts';

/** The pictures that a body shows itself, by the `Content-ID` it names them with. */
export function findInlinePictures(message: ParentNode, attachments: readonly MessageAttachment[]) {
  const byContentId = new Map(
    attachments.flatMap((attachment) =>
      attachment.contentId === null ? [] : [[bare(attachment.contentId), attachment] as const],
    ),
  );
  return [...message.querySelectorAll<HTMLImageElement>('img[data-cid]')].flatMap((element) => {
    const attachment = byContentId.get(bare(decoded(element.dataset['cid'] ?? '')));
    return attachment ? [{ element, attachment }] : [];
  });
}

/** Fetches the inline pictures of a message and shows them from memory, until `signal` ends that. A picture that fails keeps its description. */
export async function loadInlinePictures(
  message: ParentNode,
  deliveryId: string,
  attachments: readonly MessageAttachment[],
  signal: AbortSignal,
) {
  const pictures = findInlinePictures(message, attachments);
  await Promise.all(
    pictures.map(async ({ element, attachment: { attachmentId } }) => {
      const bytes = await readBytes(readInlinePicture, { deliveryId, attachmentId }, signal).catch(() => null);
      if (!bytes || signal.aborted) return;
      const address = URL.createObjectURL(bytes);
      signal.addEventListener('abort', () => URL.revokeObjectURL(address));
      element.src = address;
    }),
  );
}

const bare = (contentId: string) => contentId.trim().replace(/^<|>$/g, '');

function decoded(contentId: string): string {
  try {
    return decodeURIComponent(contentId);
  } catch {
    return contentId;
  }
}
