import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express from 'express';
import { requireBodyInTime } from '../../../server/http/require-body-in-time.ts';

const app = express();
app.use(requireBodyInTime(300));
app.post('/json', express.json(), (request, response) => void response.json(request.body));
const server = createServer(app);
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

const portOf = () => (server.address() as AddressInfo).port;

test.each(['/json', '/an address that does not read it'])(
  'a body that does not arrive, for %s, ends its connection',
  async (path) => {
    const socket = connect(portOf(), '127.0.0.1');
    socket.on('error', () => undefined).resume();
    socket.write(
      `POST ${encodeURI(path)} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 3000\r\n\r\n{`,
    );
    const ended = await new Promise((resolve) => socket.once('close', () => resolve('ended')));
    expect(ended).toBe('ended');
  },
);

test('one that is whole is answered', async () => {
  const body = JSON.stringify({ text: 'whole' });
  const answer = await fetch(`http://127.0.0.1:${portOf()}/json`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(await answer.text()).toBe(body);
});
