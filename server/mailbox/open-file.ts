import type { Context, OutgoingFile } from '../context.ts';
import { AppError } from '../errors.ts';
import { readAttachmentFile } from '../security/attachment-file.ts';
import { type AttachmentContent, unsealMessageContent } from '../security/message-content.ts';
import { readFile } from '../store/files.ts';
import type { MessageDocument } from '../store/message-document.ts';

/** The unsealed bytes of a file of a message. Its sealed ones are asked for while it is still looked up whether the message may be read; none is
 *  unsealed before. @throws attachment_not_found and what the look-up throws */
export async function openFile(
  allowed: Promise<MessageDocument>,
  attachmentId: string,
  { keys }: Context,
  isWanted: (file: AttachmentContent) => boolean = () => true,
): Promise<Omit<OutgoingFile, 'shown'>> {
  // Whoever waits for it hears of its failure below, or of an earlier one.
  allowed.catch(() => undefined);
  const stored = readFile(attachmentId);
  const message = await allowed;
  const { attachments } = await unsealMessageContent(message, keys);
  const file = attachments.find((one) => one.attachmentId === attachmentId && isWanted(one));
  if (!file) throw new AppError('attachment_not_found');
  const bytes = await readAttachmentFile(message, attachmentId, keys, stored);
  return { bytes, size: file.size, name: file.name, contentType: file.contentType };
}
