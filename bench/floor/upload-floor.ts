import { createCipheriv, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import mongoose from 'mongoose';

const chunkSizeBytes = 1024 * 1024;

/** Takes one file of a multipart form: busboy, AES-256-GCM, GridFS with chunks of 1 MiB. Nothing is counted, hashed, checked or bound. */
export function uploadFloor(
  database: mongoose.mongo.Db,
  key: Buffer,
): (request: IncomingMessage, response: ServerResponse) => void {
  const bucket = new mongoose.mongo.GridFSBucket(database, { bucketName: 'attachments', chunkSizeBytes });
  return (request, response) => {
    const form = busboy({ headers: request.headers });
    form.on('file', (_field, bytes) => {
      const cipher = createCipheriv('aes-256-gcm', key, randomBytes(12));
      const file = bucket.openUploadStream('file');
      pipeline(bytes, cipher, file).then(
        () => response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ uploadId: file.id })),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
    request.pipe(form);
  };
}
