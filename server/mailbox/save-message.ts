import type { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { filesBesideBody } from '../../contract/files-beside-body.ts';
import type { Context, OutgoingFile } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { attachedFile } from '../mail/attached-file.ts';
import { headerText } from '../mail/header-text.ts';
import { htmlAsText } from '../mail/html-as-text.ts';
import { threadMessageId } from '../mail/mail-message-id.ts';
import { readableQuotesOf, withQuotes } from '../security/quotes-of.ts';
import { readAttachmentFile } from '../security/attachment-file.ts';
import { type MessageContent, unsealMessageContent } from '../security/message-content.ts';
import type { MessageDocument } from '../store/message-document.ts';
import { sentAtOf } from '../store/sent-at-of.ts';
import { nameAfter } from './download-all.ts';
import { findReader, type OwnEntry } from './find-reader.ts';
import { findDownloadable, recordNextDownload, requireDownloadable } from './record-download.ts';

/** The whole message as a mail file that any mail program opens, read while it is sent. Each file is asked for and recorded before its first
 *  byte; a picture that the body shows is asked for only.
 *  @throws message_not_found, message_expired, message_recalled, download_not_allowed, throttled */
export async function saveMessage(
  { deliveryId }: { deliveryId: string },
  caller: Recipient,
  context: Context,
): Promise<OutgoingFile> {
  const entry = await findReader(deliveryId, caller);
  const message = await findDownloadable(entry, context.clock.now());
  const content = await unsealMessageContent(message, context.keys);
  const listed = new Set(filesBesideBody(content.attachments, content.html).map(({ attachmentId }) => attachmentId));
  const read = async (attachmentId: string) => readAsked(attachmentId, { entry, listed, context });
  // What its author may read of another message below it need not be theirs to save.
  const quotes = message.policy.allowDownload ? await readableQuotesOf(message, entry.accountId, context) : [];
  const whole = { ...content, html: withQuotes(content.html, quotes) };
  const bytes = await composeFile(message, whole, read, caller, context);
  return { bytes, size: null, name: nameAfter(content.subject, 'eml'), contentType: 'message/rfc822', shown: 'attachment' };
}

interface Saving {
  readonly entry: OwnEntry;
  /** The files that are no pictures in the body. */
  readonly listed: ReadonlySet<string>;
  readonly context: Context;
}

async function readAsked(attachmentId: string, { entry, listed, context }: Saving): Promise<Readable> {
  const message = listed.has(attachmentId)
    ? await recordNextDownload(entry, attachmentId, context)
    : await requireDownloadable(entry, context.clock.now());
  return readAttachmentFile(message, attachmentId, context.keys);
}

/** Bcc stays out, as it does on the screen. */
async function composeFile(
  message: MessageDocument,
  { subject, html, attachments }: MessageContent,
  read: (attachmentId: string) => Promise<Readable>,
  { accountId }: Recipient,
  { config }: Context,
): Promise<Readable> {
  const people = (kind: 'to' | 'cc') => message.recipients.filter((one) => one.kind === kind).map(person);
  const mail = {
    from: person(message.author),
    ...{ to: people('to'), cc: people('cc') },
    date: sentAtOf(message),
    subject: headerText(subject, 900),
    messageId: threadMessageId(message._id, config),
    ...{ text: await htmlAsText(html, config.DEFAULT_LANGUAGE, { accountId }), html },
    // Keeps every byte of the body, line ends too.
    encoding: 'base64',
    attachments: attachments.map((file) => attachedFile(file, read)),
    ...{ disableFileAccess: true, disableUrlAccess: true },
  } as const;
  return new MailComposer(mail).compile().createReadStream();
}

function person({ name, address }: { readonly name: string; readonly address: string }) {
  return { name: headerText(name, 100), address };
}
