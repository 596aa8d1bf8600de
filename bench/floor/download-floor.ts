import { createDecipheriv } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import mongoose from 'mongoose';
import { downloadKey, downloadNonce } from './seed-floor-files.ts';

/** `/download/a,b,c` sends the files `a`, `b` and `c` one behind the other: the stream of the driver's GridFSBucket, AES-256 deciphered, nothing
 *  else. What a cipher with a tag would check at the end is left out, to its own gain. */
export function downloadFloor(
  database: mongoose.mongo.Db,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const bucket = new mongoose.mongo.GridFSBucket(database, { bucketName: 'downloads' });
  return async (request, response) => {
    const names = (request.url ?? '').slice('/download/'.length).split(',');
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    for (const name of names) {
      const decipher = createDecipheriv('aes-256-ctr', downloadKey, downloadNonce);
      await pipeline(bucket.openDownloadStreamByName(name), decipher, response, { end: false });
    }
    response.end();
  };
}
