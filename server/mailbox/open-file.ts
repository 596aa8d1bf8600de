import type { Context, OutgoingFile } from '../context.ts';
import { AppError } from '../errors.ts';
import { readAttachmentFile } from '../security/attachment-file.ts';
import { type AttachmentContent, unsealMessageContent } from '../security/message-content.ts';
import type { MessageDocument } from '../store/message-document.ts';

/** The unsealed bytes of a file of a message that may be read. @throws attachment_not_found */
export async function openFile(
  message: MessageDocument,
  attachmentId: string,
  { keys }: Context,
  isWanted: (file: AttachmentContent) => boolean = () => true,
): Promise<Omit<OutgoingFile, 'shown'>> {
  const { attachments } = await unsealMessageContent(message, keys);
  const file = attachments.find((one) => one.attachmentId === attachmentId && isWanted(one));
  if (!file) throw new AppError('attachment_not_found');
  const bytes = await readAttachmentFile(message, attachmentId, keys);
  return { bytes, size: file.size, name: file.name, contentType: file.contentType };
}
