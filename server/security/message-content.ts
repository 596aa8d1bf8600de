import type { MessageDocument, StoredQuote } from '../store/message-document.ts';
import type { DataKey, Keys } from './keys.ts';
import { sealBytes, unsealBytes } from './seal.ts';

/** What a file of a message is called; its bytes are sealed apart. */
export interface AttachmentContent {
  readonly attachmentId: string;
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
  /** Set on a picture that the body shows as `cid:`. */
  readonly contentId: string | null;
}

/** Everything of a message that must not be read in the database, apart from the bytes of its files. */
export interface MessageContent {
  readonly subject: string;
  readonly html: string;
  readonly attachments: readonly AttachmentContent[];
}

const KIND = 'message';
const SUBJECT = 'subject';
const QUOTE = 'quote';

type Keyed = Pick<MessageDocument, '_id' | 'key'>;

/** Seals the content of the message `messageId` under its data key. */
export function sealMessageContent(content: MessageContent, messageId: string, { key }: DataKey): Buffer {
  return sealBytes(key, { kind: KIND, id: messageId }, Buffer.from(JSON.stringify(content), 'utf8'));
}

/** Seals the subject of the message `messageId` by itself, under the message's data key. */
export function sealSubject(subject: string, messageId: string, { key }: DataKey): Buffer {
  return sealBytes(key, { kind: SUBJECT, id: messageId }, Buffer.from(subject, 'utf8'));
}

/** The subject of a message, without unsealing the rest. @throws SealBrokenError when it was altered or belongs to another message */
export async function unsealSubject(
  { _id, key, sealedSubject }: Keyed & Pick<MessageDocument, 'sealedSubject'>,
  keys: Keys,
): Promise<string> {
  return unsealBytes(await keys.openDataKey(key, _id), { kind: SUBJECT, id: _id }, sealedSubject).toString('utf8');
}

/** The content of a message. @throws SealBrokenError when it was altered or belongs to another message */
export async function unsealMessageContent(message: MessageDocument, keys: Keys): Promise<MessageContent> {
  const key = await keys.openDataKey(message.key, message._id);
  return JSON.parse(unsealBytes(key, { kind: KIND, id: message._id }, message.sealedContent).toString('utf8')) as MessageContent;
}

/** Seals what the message `messageId` shows of another one below it, under the data key of that other. */
export async function sealQuote(html: string, messageId: string, quoted: Keyed, keys: Keys): Promise<StoredQuote> {
  const key = await keys.openDataKey(quoted.key, quoted._id);
  return { messageId: quoted._id, sealedHtml: sealBytes(key, { kind: QUOTE, id: messageId }, Buffer.from(html, 'utf8')) };
}

/** What the message `messageId` shows of another one. @throws SealBrokenError when it was altered or belongs to other messages */
export async function unsealQuote({ sealedHtml }: StoredQuote, messageId: string, quoted: Keyed, keys: Keys): Promise<string> {
  const key = await keys.openDataKey(quoted.key, quoted._id);
  return unsealBytes(key, { kind: QUOTE, id: messageId }, sealedHtml).toString('utf8');
}
