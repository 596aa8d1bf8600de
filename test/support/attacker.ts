import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The attacker's own server: it notes who came, even who only connected. */
export interface Attacker {
  /** Host and port. */
  readonly host: string;
  readonly visits: string[];
  connections(): number;
  close(): void;
}

/** Starts it on a free port; what it answers loads anywhere. */
export async function startAttacker(): Promise<Attacker> {
  const visits: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/plain' }).end();
  });
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, visits, connections: () => connections, close: () => void (server.close(), server.closeAllConnections()) };
}
