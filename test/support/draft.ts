import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Context } from '../../server/context.ts';
import type { Draft, DraftAttachment } from '../../server/message/accept-message.ts';
import { storeUpload } from '../../server/message/store-upload.ts';
import { readAttachmentFile } from '../../server/security/attachment-file.ts';
import { findMessage } from '../../server/store/messages.ts';
import { aKey } from './story.ts';

export const OWNER = 'staff:tenant.alex';

/** A message of Alex as the jobs hand it in. */
export function aDraft(changes: Partial<Draft> = {}): Draft {
  return {
    author: { kind: 'staff', id: 'tenant.alex', address: 'alex@harbour.example', name: 'Alex Morgan', deliveryId: null },
    owner: OWNER,
    sendKey: aKey(),
    recipients: [{ address: 'pat@client.example', name: 'Pat Doe', kind: 'to', route: 'portal' }],
    subject: 'Your scan results',
    html: '<p>All is well.</p>',
    attachments: [],
    maxAttachmentsBytes: 1024 * 1024,
    expiresInDays: 30,
    policy: { allowReply: true, allowReplyAll: true, allowPrint: true, allowDownload: true },
    answers: null,
    ...changes,
  };
}

/** A file stored as an upload of Alex, as a draft names it. */
export async function aDraftFile(context: Context, text: string, name = 'scan.pdf'): Promise<DraftAttachment> {
  const file = { bytes: Readable.from([Buffer.from(text)]), announcedBytes: null };
  const { uploadId } = await storeUpload(OWNER, file, { fileBytes: 1024, openBytes: 1024 * 1024 * 1024 }, context);
  return { uploadId, name, contentType: 'application/pdf', contentId: null };
}

/** A server that is killed when it looks at its clock for the `reading`th time: 2 is before a message claims its files, 3 before it is accepted. */
export function killedAt(reading: 2 | 3, context: Context): Context {
  let readings = 0;
  const now = () => {
    readings += 1;
    if (readings === reading) throw new Error('killed');
    return context.clock.now();
  };
  return { ...context, clock: { now } };
}

/** The same server so many milliseconds ahead of its time. */
export function ahead(context: Context, milliseconds: number): Context {
  return { ...context, clock: { now: () => new Date(context.clock.now().getTime() + milliseconds) } };
}

/** The texts of a message's files as they would be read. */
export async function textsOfFiles(messageId: string, context: Context): Promise<readonly string[]> {
  const message = await findMessage(messageId);
  if (!message) return [];
  const read = async (id: string) => (await buffer(await readAttachmentFile(message, id, context.keys))).toString();
  return Promise.all(message.attachments.map(({ attachmentId }) => read(attachmentId)));
}
