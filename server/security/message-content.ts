import type { MessageDocument } from '../store/message-document.ts';
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

/** Seals the content of the message `messageId` under its data key. */
export function sealMessageContent(content: MessageContent, messageId: string, { key }: DataKey): Buffer {
  return sealBytes(key, { kind: KIND, id: messageId }, Buffer.from(JSON.stringify(content), 'utf8'));
}

/** The content of a message. @throws SealBrokenError when it was altered or belongs to another message */
export async function unsealMessageContent(message: MessageDocument, keys: Keys): Promise<MessageContent> {
  const key = await keys.openDataKey(message.key, message._id);
  return JSON.parse(unsealBytes(key, { kind: KIND, id: message._id }, message.sealedContent).toString('utf8')) as MessageContent;
}
