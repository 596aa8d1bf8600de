import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { whyNotReadable } from '../message/why-not-readable.ts';
import type { MessageDocument } from '../store/message-document.ts';
import type { MessageOutline } from '../store/messages.ts';
import {
  findIfReadable,
  findOutlineIfReadable,
  findOwn,
  findOwnOutline,
  recordDownloadIfAllowed,
  recordNextDownloadIfAllowed,
} from '../store/readings.ts';
import type { OwnEntry } from './find-reader.ts';

/** Records the download of one file and answers the message as it is now: permission and record are one update. What its author reads again is
 *  not recorded. @throws message_not_found, message_expired, message_recalled, download_not_allowed, attachment_not_found */
export async function recordDownload(entry: OwnEntry, attachmentId: string, { clock }: Context): Promise<MessageDocument> {
  const now = clock.now();
  const message =
    entry.role === 'author'
      ? await findOwn(entry.messageId, entry.accountId)
      : await recordDownloadIfAllowed(entry, attachmentId, now);
  if (message) return message;
  await requireDownloadable(entry, now);
  throw new AppError('attachment_not_found');
}

/** The same for one of several files whose names are known: without the text, of which each would read up to 5 MB again. */
export async function recordNextDownload(entry: OwnEntry, attachmentId: string, { clock }: Context): Promise<MessageOutline> {
  const now = clock.now();
  const message =
    entry.role === 'author'
      ? await findOwnOutline(entry.messageId, entry.accountId)
      : await recordNextDownloadIfAllowed(entry, attachmentId, now);
  if (message) return message;
  await requireDownloadable(entry, now);
  throw new AppError('attachment_not_found');
}

/** The message of an entry whose files may be saved at `now`; records nothing.
 *  @throws message_not_found, message_expired, message_recalled, download_not_allowed */
export async function findDownloadable(entry: OwnEntry, now: Date): Promise<MessageDocument> {
  return ifDownloadable(entry, await findReadable(entry, now));
}

/** The same, without what was written. */
export async function requireDownloadable(entry: OwnEntry, now: Date): Promise<MessageOutline> {
  const message =
    entry.role === 'author' ? await findOwnOutline(entry.messageId, entry.accountId) : await findOutlineIfReadable(entry, now);
  if (!message) throw await whyNotReadable(entry, now);
  return ifDownloadable(entry, message);
}

function ifDownloadable<M extends MessageOutline>({ role }: OwnEntry, message: M): M {
  if (role === 'reader' && !message.policy.allowDownload) throw new AppError('download_not_allowed');
  return message;
}

/** The message of an entry that may be read at `now`; records nothing. @throws message_not_found, message_expired, message_recalled */
export async function findReadable(entry: OwnEntry, now: Date): Promise<MessageDocument> {
  const message = entry.role === 'author' ? await findOwn(entry.messageId, entry.accountId) : await findIfReadable(entry, now);
  if (!message) throw await whyNotReadable(entry, now);
  return message;
}
