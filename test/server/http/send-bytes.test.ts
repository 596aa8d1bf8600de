import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import type { Response } from 'express';
import express from 'express';
import { sendBytes } from '../../../server/http/send-bytes.ts';

test('a reader who takes nothing any more is left, and the file is closed', async () => {
  const endless = new Readable({
    read() {
      this.push(Buffer.alloc(256 * 1024));
    },
  });
  const app = express();
  const sent = new Promise<void>((resolve, reject) => {
    app.get('/', (_request, response: Response) => {
      const file = { bytes: endless, size: null, name: 'a.bin', contentType: 'application/pdf', shown: 'attachment' } as const;
      sendBytes(file, response, 300).then(resolve, reject);
    });
  });
  const server = createServer(app as (request: unknown, response: ServerResponse) => void);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.pause().write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  await sent;
  expect(endless.destroyed).toBe(true);
  socket.destroy();
  server.close();
});
