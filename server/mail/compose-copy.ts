import type { SendMailOptions } from 'nodemailer';
import type { Language } from '../../contract/language.ts';
import { readAttachmentFile } from '../security/attachment-file.ts';
import { type AttachmentContent, type MessageContent, unsealMessageContent } from '../security/message-content.ts';
import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';
import { findAccepted } from '../store/messages.ts';
import type { OutboxDocument } from '../store/outbox.ts';
import { sentAtOf } from '../store/sent-at-of.ts';
import { headerText } from './header-text.ts';
import type { Letterhead, MailContext } from './letterhead.ts';
import { mailBody } from './mail-body.ts';
import { mailDay, mailTime } from './mail-dates.ts';
import { insideBytesOf } from '../mail-size.ts';
import { messageMail } from './message.mail.ts';
import { describePerson } from './person-name.ts';
import { noticeAbove } from './secure-notice.ts';
import { mailTexts } from './texts/mail-texts.ts';

/** The sender's own copy of a message, or the archive's, once more where an address was corrected: the message whole, whatever has become of it, under
 *  a line that names everybody it went to, Bcc too. Where the organisation's server does not take that much, the files are listed instead. Null once it is purged. */
export async function composeCopy(row: OutboxDocument, { config, keys }: MailContext): Promise<SendMailOptions | null> {
  const message = row.messageId ? await findAccepted(row.messageId) : null;
  if (!message) return null;
  const content = await unsealMessageContent(message, keys);
  const whole = { ...content, html: await mailBody(content.html, message.author.kind) };
  const kept = row.isShort ? shorten(whole) : keepWhatFits(whole, insideBytesOf(config));
  const lines = [
    originLine(row, message, config),
    ...correctionLines(row, message, config),
    ...peopleLines(message, config),
    ...lackingLines(whole, kept, config),
  ];
  return messageMail(
    {
      message,
      content: kept,
      recipient: { address: row.address, name: '' },
      readAttachment: (attachmentId) => readAttachmentFile(message, attachmentId, keys),
      notice: noticeAbove(lines, config),
    },
    config,
  );
}

const isPicture = ({ contentId }: AttachmentContent) => contentId !== null;

/** Everything; else the text with its pictures; else the text alone; else nothing of it. */
function keepWhatFits(content: MessageContent, mostBytes: number): MessageContent {
  const pictures = content.attachments.filter(isPicture);
  const bytesOf = (files: readonly AttachmentContent[]) => files.reduce((sum, { size }) => sum + size, 0);
  const left = mostBytes - Buffer.byteLength(content.html);
  if (bytesOf(content.attachments) <= left) return content;
  if (bytesOf(pictures) <= left) return { ...content, attachments: pictures };
  return { ...content, attachments: [], html: left < 0 ? '' : content.html };
}

/** For a server that refused the whole although it should have fitted. */
function shorten(content: MessageContent): MessageContent {
  return { ...content, attachments: [], html: content.attachments.length === 0 ? '' : content.html };
}

function originLine({ kind }: OutboxDocument, message: MessageDocument, config: Letterhead): string {
  const words = mailTexts(config.language).notice;
  const sentAt = sentAtOf(message);
  const [day, time] = [mailDay(sentAt, config), mailTime(sentAt, config)];
  return kind === 'copy' ? words.copy(day, time) : words.archiveCopy(describePerson(message.author), day, time);
}

/** What was corrected, where the archive learns of that. */
function correctionLines({ deliveryId }: OutboxDocument, { recipients }: MessageDocument, config: Letterhead): string[] {
  const right = recipients.find((one) => one.deliveryId === deliveryId);
  const wrong = recipients.find((one) => one.deliveryId === right?.replaces);
  if (!right || !wrong?.recalledAt) return [];
  const [day, time] = [mailDay(wrong.recalledAt, config), mailTime(wrong.recalledAt, config)];
  return [mailTexts(config.language).notice.corrected(wrong.address, right.address, day, time)];
}

function peopleLines({ recipients }: MessageDocument, { language }: Letterhead): string[] {
  const words = mailTexts(language).notice;
  return (['to', 'cc', 'bcc'] as const).flatMap((kind) => {
    const people = recipients.filter((recipient: MessageRecipient) => recipient.kind === kind).map(describePerson);
    return people.length === 0 ? [] : [words[kind](people.join(', '))];
  });
}

function lackingLines(whole: MessageContent, kept: MessageContent, { language }: Letterhead): string[] {
  const words = mailTexts(language).notice;
  const lacking = whole.attachments.filter((file) => !kept.attachments.includes(file));
  const files = lacking
    .filter((file) => !isPicture(file))
    .map(({ name, size }) => `${headerText(name, 200)} (${sizeText(size, language)})`);
  return [
    ...(files.length === 0 ? [] : [words.filesLeftOut(files.join(', '))]),
    ...(lacking.some(isPicture) ? [words.picturesLeftOut] : []),
    ...(kept.html === whole.html ? [] : [words.textLeftOut]),
  ];
}

/** `1.2 MB`, or smaller files in KB. */
function sizeText(bytes: number, language: Language): string {
  const kilobytes = Math.ceil(bytes / 1024);
  const [amount, unit] = kilobytes < 1024 ? [kilobytes, 'KB'] : [kilobytes / 1024, 'MB'];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(amount)} ${unit}`;
}
