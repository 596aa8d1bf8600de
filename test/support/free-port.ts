import { once } from 'node:events';
import { createServer } from 'node:net';

/** Where systems take the ports of outgoing connections from; a port of there may be gone again before a program can listen on it (RFC 6056,
 *  section 3.2, and the narrower ranges that systems use). */
const FIRST_EPHEMERAL_PORT = 32_768;
const FIRST_PORT = 20_000;
const TRIES = 50;

/** A port of this machine on which nobody listens and that no outgoing connection will take. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = FIRST_PORT + Math.floor(Math.random() * (FIRST_EPHEMERAL_PORT - FIRST_PORT));
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port found in ${TRIES} tries`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  // Without an address it listens on all of both families, as the product may.
  server.listen(port);
  const isListening = await Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)]);
  if (isListening) {
    server.close();
    await once(server, 'close');
  }
  return isListening;
}
