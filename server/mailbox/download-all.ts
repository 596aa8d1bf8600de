import { filesBesideBody } from '../../contract/files-beside-body.ts';
import type { Context, OutgoingFile } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { safeFileName } from '../message/safe-file-name.ts';
import { readAttachmentFile } from '../security/attachment-file.ts';
import { unsealMessageContent } from '../security/message-content.ts';
import { sentAtOf } from '../store/sent-at-of.ts';
import { findReader } from './find-reader.ts';
import { findDownloadable, recordNextDownload } from './record-download.ts';
import { zipFiles } from './zip-files.ts';

/** All files of a message in one zip, read while it is sent. Each file is asked for and recorded before its first byte, so one that is
 *  recalled meanwhile ends the zip in its middle.
 *  @throws message_not_found, message_expired, message_recalled, download_not_allowed, attachment_not_found when there is no file */
export async function downloadAll(
  { deliveryId }: { deliveryId: string },
  caller: Recipient,
  context: Context,
): Promise<OutgoingFile> {
  const entry = await findReader(deliveryId, caller);
  const message = await findDownloadable(entry, context.clock.now());
  const { subject, html, attachments } = await unsealMessageContent(message, context.keys);
  const files = filesBesideBody(attachments, html);
  if (files.length === 0) throw new AppError('attachment_not_found');
  const zip = zipFiles(
    files.map(({ attachmentId, name, size }) => ({
      ...{ name, size },
      open: async () => readAttachmentFile(await recordNextDownload(entry, attachmentId, context), attachmentId, context.keys),
    })),
    sentAtOf(message),
  );
  return { ...zip, name: nameAfter(subject, 'zip'), contentType: 'application/zip', shown: 'attachment' };
}

/** What a saved message is called: its subject, or `message` where there is none. */
export function nameAfter(subject: string, ending: 'zip' | 'eml'): string {
  return safeFileName(`${subject.replace(/[/\\]/g, '-').trim() || 'message'}.${ending}`);
}
