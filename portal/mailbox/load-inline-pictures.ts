import { bareContentId } from '../../contract/bare-content-id.ts';
import { type MessageAttachment, readInlinePicture } from '../../contract/mailbox.ts';
import { isInlinePicture } from '../../contract/raster-picture.ts';
import { readBytes } from '../api.ts';

/** As many as the server sends at once. */
const AT_ONCE = 6;

/** The pictures that a body shows itself, by the `Content-ID` it names them with; the first of those that share one. */
export function findInlinePictures(message: ParentNode, attachments: readonly MessageAttachment[]) {
  const byContentId = new Map(
    attachments
      .filter(isInlinePicture)
      .toReversed()
      .map((attachment) => [bareContentId(attachment.contentId ?? ''), attachment] as const),
  );
  return [...message.querySelectorAll<HTMLImageElement>('img[data-cid]')].flatMap((element) => {
    const attachment = byContentId.get(bareContentId(element.dataset['cid'] ?? ''));
    return attachment ? [{ element, attachment }] : [];
  });
}

/** Fetches those inline pictures of a message that are not shown yet and shows them from memory, until `signal` ends that. A picture that fails keeps
 *  its description; how many have failed is answered. */
export async function loadInlinePictures(
  message: ParentNode,
  deliveryId: string,
  attachments: readonly MessageAttachment[],
  signal: AbortSignal,
): Promise<number> {
  let failed = 0;
  const elements = new Map<string, HTMLImageElement[]>();
  for (const { element, attachment } of findInlinePictures(message, attachments)) {
    if (element.hasAttribute('src')) continue;
    const same = elements.get(attachment.attachmentId);
    if (same) same.push(element);
    else elements.set(attachment.attachmentId, [element]);
  }
  const rest = elements.entries();
  /** Each line of work takes the next picture that none has taken. */
  const work = async () => {
    for (const [attachmentId, shown] of rest) {
      const bytes = await readBytes(readInlinePicture, { deliveryId, attachmentId }, signal).catch(() => null);
      if (signal.aborted) return;
      if (!bytes) {
        failed += 1;
        continue;
      }
      const address = URL.createObjectURL(bytes);
      signal.addEventListener('abort', () => URL.revokeObjectURL(address));
      for (const element of shown) element.src = address;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}
