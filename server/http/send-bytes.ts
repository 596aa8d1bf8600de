import { pipeline } from 'node:stream/promises';
import { create as contentDisposition } from 'content-disposition';
import type { Response } from 'express';
import { isRasterPicture } from '../../contract/raster-picture.ts';
import type { OutgoingFile } from '../context.ts';

/** What no browser shows as a page, whatever is in it. */
const PLAIN_DOWNLOADS: ReadonlySet<string> = new Set(['application/zip', 'message/rfc822']);

/** Who has taken nothing for so long has gone. The kernel tells only once it has room for a megabyte or so again, which takes several downloads beside each
 *  other on a slow line some minutes. */
const STALLED_MS = 600_000;

/** Sends a file so that no browser runs it: as a download with an RFC 6266 name, typed only if it is a raster picture, an archive or a mail,
 *  sandboxed, never kept. Ends once the reader takes nothing for ten minutes. */
export async function sendBytes(file: OutgoingFile, response: Response, stalledMs = STALLED_MS): Promise<void> {
  // Every byte that is taken begins this time anew.
  response.setTimeout(stalledMs, () => response.destroy());
  response.status(200).set({
    'Content-Type': safeType(file),
    ...(file.size === null ? {} : { 'Content-Length': String(file.size) }),
    'Content-Disposition': contentDisposition(file.name, { type: file.shown }),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'no-store',
  });
  // An answer that waits behind another on its connection does not hear that the connection has ended.
  const { socket } = response.req;
  const end = () => void file.bytes.destroy();
  if (socket.destroyed) end();
  socket.once('close', end);
  try {
    await pipeline(file.bytes, response);
  } catch (cause) {
    // The status has gone out. A cut connection is the only honest answer left; the reader going away is no failure of ours.
    if (!response.destroyed) response.destroy();
    if (!isReaderGone(cause)) throw cause;
  } finally {
    socket.off('close', end);
  }
}

function safeType({ contentType, shown }: OutgoingFile): string {
  const type = contentType.toLowerCase();
  return isRasterPicture(type) || (shown === 'attachment' && PLAIN_DOWNLOADS.has(type)) ? type : 'application/octet-stream';
}

const READER_GONE: readonly unknown[] = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'];

function isReaderGone(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && READER_GONE.includes(cause.code);
}
