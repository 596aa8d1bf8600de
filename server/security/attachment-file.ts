import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createFile, readFile } from '../store/files.ts';
import type { MessageDocument } from '../store/message-document.ts';
import type { Keys } from './keys.ts';
import { type SealBinding, sealStream, unsealStream } from './seal.ts';

const bindingOf = (fileId: string): SealBinding => ({ kind: 'attachment', id: fileId });

/** Streams `plain` sealed into the file `fileId`; memory does not grow with the file. */
export async function writeAttachmentFile(
  fileId: string,
  key: Buffer,
  ...plain: [Readable, ...NodeJS.ReadWriteStream[]]
): Promise<void> {
  const file: Writable = createFile(fileId);
  await pipeline([...plain, sealStream(key, bindingOf(fileId)), file]);
}

/** The bytes of an attachment of a message, whose sealed ones may be on their way; each chunk is released after it verified.
 *  @throws when the message has no such attachment */
export async function readAttachmentFile(
  message: Pick<MessageDocument, 'attachments'>,
  attachmentId: string,
  keys: Keys,
  stored: AsyncGenerator<Buffer> = readFile(attachmentId),
): Promise<Readable> {
  const attachment = message.attachments.find((one) => one.attachmentId === attachmentId);
  if (!attachment) throw new Error('the message has no such attachment');
  const key = await keys.openDataKey(attachment.key, attachmentId);
  const sealed = Readable.from(stored, { objectMode: false, highWaterMark: 1024 * 1024 });
  const plain = unsealStream(key, bindingOf(attachmentId));
  // pipeline() ends both when either breaks; the failure reaches the reader as the stream's own error.
  pipeline(sealed, plain).catch(() => undefined);
  return plain;
}
