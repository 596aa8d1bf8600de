import { randomBytes } from 'node:crypto';
import type { DeliveryDocument } from '../../server/store/deliveries.ts';
import type { MessageDocument, MessageRecipient, StoredAttachment } from '../../server/store/message-document.ts';
import { insertMessage } from '../../server/store/messages.ts';
import type { UploadDocument } from '../../server/store/uploads.ts';
import { aKey } from './story.ts';
import { DAY, MINUTE } from './test-clock.ts';

/** The moment at which stored documents of a test begin. */
export const START = new Date(Date.UTC(2026, 5, 1, 9));

/** So many milliseconds after the start. */
export const later = (milliseconds: number) => new Date(START.getTime() + milliseconds);

const aStoredKey = () => ({ keyId: aKey(), wrapped: randomBytes(40) });

/** A recipient in the portal, bound to an account, with thirty days to read. */
export function aRecipient(changes: Partial<MessageRecipient> = {}): MessageRecipient {
  const nothingYet = { recalledAt: null, notifiedAt: null, bouncedAt: null, repliedAt: null, openings: {}, downloads: {} };
  const person = { address: `${aKey().toLowerCase()}@client.example`, name: 'Pat Doe', kind: 'to', route: 'portal' } as const;
  return { deliveryId: aKey(), accountId: aKey(), expiresAt: later(30 * DAY), ...person, ...nothingYet, ...changes };
}

/** A file as a message holds it. */
export function aHeldFile(attachmentId = aKey()): StoredAttachment {
  return { attachmentId, size: 4, digest: 'digest', key: aStoredKey() };
}

/** An accepted message as the store knows it; its content is sealed with a key nobody has. */
export function aDocument(changes: Partial<MessageDocument> = {}): MessageDocument {
  const _id = changes._id ?? aKey();
  return {
    _id,
    state: 'accepted',
    author: { kind: 'staff', id: 'tenant.alex', address: 'alex@harbour.example', name: 'Alex Morgan', deliveryId: null },
    digest: 'digest',
    threadId: _id,
    inReplyTo: null,
    key: aStoredKey(),
    sealedContent: randomBytes(60),
    sealedSubject: randomBytes(30),
    recipients: [aRecipient()],
    attachments: [],
    policy: { allowReply: true, allowReplyAll: true, allowPrint: true, allowDownload: true },
    createdAt: START,
    acceptedAt: START,
    version: 1,
    isProjectionOwed: true,
    ...changes,
  };
}

/** An unread entry in the inbox of the account `pat`. */
export const anEntry = (changes: Partial<DeliveryDocument> = {}): DeliveryDocument => ({
  _id: aKey(),
  accountId: 'pat',
  messageId: aKey(),
  threadId: aKey(),
  role: 'reader',
  folder: 'inbox',
  deletedAt: null,
  isUnread: true,
  sentAt: START,
  expiresAt: null,
  recalledAt: null,
  sealedSummary: Buffer.from('sealed'),
  words: ['word'],
  version: 1,
  ...changes,
});

/** Stores a message and hands it back. */
export async function aStoredMessage(changes: Partial<MessageDocument> = {}): Promise<MessageDocument> {
  const message = aDocument(changes);
  await insertMessage(message);
  return message;
}

/** Changes that make a message one whose files are not complete yet. */
export const pending = { state: 'pending', acceptedAt: null, isProjectionOwed: false } as const;

/** A stored upload of Alex under a lease of ten minutes. */
export function anUploadRow(changes: Partial<UploadDocument> = {}): UploadDocument {
  const stored = { state: 'stored', size: 4, digest: 'aa', key: aStoredKey(), leaseEndsAt: later(10 * MINUTE) } as const;
  return { _id: aKey(), owner: 'staff:alex', claimedBy: null, ...stored, ...changes };
}
