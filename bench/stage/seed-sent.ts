import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { harbourClinic, people, type PersonName } from '../../demo/identity/people.ts';
import type { Context } from '../../server/context.ts';
import { sealMessageContent, sealSubject } from '../../server/security/message-content.ts';
import { hashSent, sentSearchKey } from '../../server/security/sent-words.ts';
import type { MessageDocument, MessageRecipient } from '../../server/store/message-document.ts';
import { insertBatches, minutesAgo } from './mailbox-content.ts';

const newId = () => randomBytes(16).toString('base64url');

/** Stores so many messages of a member of staff as they are once they have been projected, the newest first; answers the sender's id. */
export async function seedSent(name: PersonName, count: number, { keys }: Pick<Context, 'keys'>): Promise<string> {
  const authorId = `${harbourClinic.tenantId}.${people[name].objectId}`;
  const author = {
    kind: 'staff' as const,
    id: authorId,
    address: people[name].address,
    name: people[name].name,
    deliveryId: null,
  };
  const searchKey = sentSearchKey(authorId, keys);
  const messages = mongoose.connection.collection<MessageDocument>('messages');
  await insertBatches(messages, count, async (index): Promise<MessageDocument> => {
    const _id = newId();
    const dataKey = await keys.newDataKey(_id);
    const subject = `Your scan results, part${index}`;
    const recipients = [recipientAt(index)];
    const createdAt = minutesAgo(index);
    const nothing = { threadId: _id, inReplyTo: null, attachments: [], purgeAt: null, version: 1, isProjectionOwed: false };
    return {
      ...{ _id, state: 'accepted', author, digest: newId(), key: dataKey.wrapped, recipients, ...nothing },
      sealedContent: sealMessageContent({ subject, html: '<p>All is well.</p>', attachments: [] }, _id, dataKey),
      sealedSubject: sealSubject(subject, _id, dataKey),
      policy: { allowReply: true, allowReplyAll: true, allowPrint: true, allowDownload: true },
      ...{ createdAt, acceptedAt: createdAt },
      words: await hashSent({ subject, people: recipients }, searchKey),
    };
  });
  return authorId;
}

/** Every seventh message goes to Kim. */
function recipientAt(index: number): MessageRecipient {
  const person =
    index % 7 === 0 ? { address: 'kim@client.example', name: 'Kim' } : { address: 'pat@client.example', name: 'Pat Doe' };
  const nothingYet = { recalledAt: null, notifiedAt: null, bouncedAt: null, repliedAt: null, openings: {}, downloads: {} };
  return { deliveryId: newId(), accountId: newId(), kind: 'to', route: 'portal', expiresAt: null, ...person, ...nothingYet };
}
