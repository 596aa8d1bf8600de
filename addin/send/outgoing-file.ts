import type { DraftAttachment } from '../outlook/list-attachments.ts';
import { readAttachment } from '../outlook/read-attachment.ts';
import { contentTypeOf } from './content-type-of.ts';

/** A file as it will go out. */
export interface OutgoingFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly contentType: string;
  /** Of a picture that the text shows. */
  readonly contentId: string | null;
  /** A file that Outlook is known not to hand over. */
  readonly unreadable: 'cloud' | 'item' | null;
  /** @throws UnreadableAttachment | OutlookError; an AbortError once `signal` says so */
  readonly read: (signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;
}

/** An attachment of the draft as it will go out; its content is read when it is needed. */
export function outgoingFile(attachment: DraftAttachment, contentId: string | null): OutgoingFile {
  const { id, name, size, kind } = attachment;
  const unreadable = kind === 'file' ? null : kind;
  const read = (signal: AbortSignal) => readAttachment(attachment, signal);
  return { id, name, size, contentId, contentType: contentTypeOf(name), unreadable, read };
}
