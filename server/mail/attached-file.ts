import { Readable } from 'node:stream';
import type { SendMailOptions } from 'nodemailer';
import type { AttachmentContent } from '../security/message-content.ts';
import { headerText } from './header-text.ts';

const PLAIN_TYPE = /^(?!message\/|multipart\/)[\w.+-]{1,100}\/[\w.+-]{1,100}$/i;

/** A file of a message as part of a mail, read when the mail is. Base64 keeps every byte; RFC 2046 forbids it for message/* and multipart/*, so those travel as bytes without a meaning. */
export function attachedFile(
  { attachmentId, name, contentType, contentId }: AttachmentContent,
  read: (attachmentId: string) => Promise<Readable>,
): NonNullable<SendMailOptions['attachments']>[number] {
  return {
    filename: headerText(name, 200),
    contentType: PLAIN_TYPE.test(contentType) ? contentType : 'application/octet-stream',
    contentTransferEncoding: 'base64',
    contentDisposition: contentId === null ? 'attachment' : 'inline',
    ...(contentId === null ? {} : { cid: headerText(contentId, 200).replace(/[<>\s]/g, '') }),
    content: Readable.from(
      readLater(() => read(attachmentId)),
      { objectMode: false },
    ),
  };
}

async function* readLater(open: () => Promise<Readable>): AsyncGenerator<Buffer> {
  yield* (await open()) as AsyncIterable<Buffer>;
}
