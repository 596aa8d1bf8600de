import type { Config } from './config.ts';
import { AppError } from './errors.ts';

/** Base64 with its line ends turns 57 bytes into 78 (RFC 2045, 6.8); headers and texts get a margin of their own. */
const BASE64_GROWTH = 78 / 57;
const MEGABYTE = 1024 * 1024;
/** A long file name costs about 1.5 KB of headers, a long list of people about 60 KB. */
const MARGIN_BYTES = MEGABYTE;
/** A long letter with what it quotes; who writes more than a book has room for fewer files, and is told at *Send*. */
const TEXT_BYTES = 256 * 1024;

/** How many bytes of body and files a mail to the organisation's own server may hold before it is encoded. */
export function insideBytesOf({ ORGANISATION_MAIL_MAX_BYTES }: Config): number {
  return Math.floor((ORGANISATION_MAIL_MAX_BYTES - MARGIN_BYTES) / BASE64_GROWTH);
}

/** How many bytes of files such a mail may hold beside this body. @throws message_too_large when the body alone does not fit */
export function fileBytesBeside(html: string, field: 'html' | 'address', config: Config): number {
  const left = insideBytesOf(config) - Buffer.byteLength(html);
  if (left < 0) throw new AppError('message_too_large', { limit: insideBytesOf(config), fields: [field] });
  return left;
}

/** How many bytes of files a message from the portal may hold for certain beside a text of usual length, wherever it goes: staff get it as a mail.
 *  What the mail sets comes in round numbers, so that the page names no more than there is. */
export function replyFilesBytesOf(config: Config): number {
  const room = Math.max(0, insideBytesOf(config) - TEXT_BYTES);
  const most = config.MAX_REPLY_ATTACHMENTS_BYTES;
  const step = room < MEGABYTE ? 1024 : MEGABYTE / 10;
  return most <= room ? most : Math.floor(Math.floor(room / step) * step);
}
