import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { acceptMessage } from '../../server/message/accept-message.ts';
import { projectMessage } from '../../server/message/project-message.ts';
import { storeUpload } from '../../server/message/store-upload.ts';
import { openSession } from '../../server/security/sessions.ts';
import { findByAddress } from '../../server/store/accounts.ts';
import type { Context } from '../../server/context.ts';
import { Readable } from 'node:stream';
import { openedMessage } from './mailbox-content.ts';

const OWNER = 'staff:bench';
const MUCH = 1024 * 1024 * 1024;

export interface ProductFiles {
  readonly sessionToken: string;
  readonly deliveryId: string;
  readonly attachmentIds: readonly string[];
}

/** A message with so many files of so many bytes, sealed and accepted by the product's own code, and a session of its reader. */
export async function seedProductFiles(address: string, count: number, bytes: number, context: Context): Promise<ProductFiles> {
  const attachments = [];
  for (let index = 0; index < count; index += 1) {
    const file = { bytes: Readable.from([randomBytes(bytes)]), announcedBytes: bytes };
    const { uploadId } = await storeUpload(OWNER, file, { fileBytes: bytes, openBytes: MUCH }, context);
    attachments.push({ uploadId, name: `file ${index}.bin`, contentType: 'application/octet-stream', contentId: null });
  }
  const { messageId } = await acceptMessage(
    {
      author: { kind: 'staff', id: 'bench', address: 'alex@harbour.example', name: 'Alex Morgan', deliveryId: null },
      owner: OWNER,
      sendKey: randomBytes(16).toString('base64url'),
      recipients: [{ address, name: 'Pat Doe', kind: 'to', route: 'portal' }],
      ...openedMessage,
      attachments,
      maxAttachmentsBytes: MUCH,
      expiresInDays: 30,
      policy: { allowReply: true, allowReplyAll: true, allowPrint: true, allowDownload: true },
      answers: null,
    },
    context,
  );
  await projectMessage(messageId, context);
  const account = await findByAddress(address);
  if (!account) throw new Error('no account was made');
  const delivery = await mongoose.connection.collection<{ _id: string }>('deliveries').findOne({ messageId });
  const message = await mongoose.connection
    .collection<{ _id: string; attachments: { attachmentId: string }[] }>('messages')
    .findOne({ _id: messageId });
  const stored = message?.attachments ?? [];
  const { token } = await openSession(account._id, context);
  return { sessionToken: token, deliveryId: delivery?._id ?? '', attachmentIds: stored.map(({ attachmentId }) => attachmentId) };
}
