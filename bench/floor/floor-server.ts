// The floor: bare Express and bare node:http doing the reads, writes and ciphers of the product, and nothing else.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import mongoose from 'mongoose';
import { downloadFloor } from './download-floor.ts';
import { mailboxFloor } from './mailbox-floor.ts';
import { sendFloor } from './send-floor.ts';
import { uploadFloor } from './upload-floor.ts';

const { PORT = '0', DATABASE_URI = '', ISSUER = '', AUDIENCE = '' } = process.env;
const client = await mongoose.mongo.MongoClient.connect(DATABASE_URI, {
  writeConcern: { w: 'majority', journal: true },
  promoteBuffers: true,
});
const database = client.db();

const app = express();
app.get('/ready', (_request, response) => response.json({}));
app.use(sendFloor(database, ISSUER, AUDIENCE), mailboxFloor(database));
const receiveUpload = uploadFloor(database, randomBytes(32));
const sendDownload = downloadFloor(database);

const server = createServer((request, response) => {
  if (request.url === '/upload') receiveUpload(request, response);
  else if (request.url?.startsWith('/download/')) void sendDownload(request, response);
  else app(request, response);
});
server.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
