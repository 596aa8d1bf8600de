import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line to the database that a test can cut. */
export interface DatabaseLink {
  /** The database's address through this line. */
  readonly uri: string;
  /** Ends every connection and takes no new one. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a line to the database at `uri`, a relay on loopback. */
export async function openDatabaseLink(uri: string): Promise<DatabaseLink> {
  const target = new URL(uri);
  const sockets = new Set<Socket>();
  let server = relay(target, sockets);
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  const own = new URL(uri);
  own.host = `127.0.0.1:${port}`;
  const cut = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    uri: own.href,
    cut,
    restore: async () => {
      server = relay(target, sockets);
      await listen(server, port);
    },
    close: async () => {
      if (server.listening) await cut();
    },
  };
}

function relay({ hostname, port }: URL, sockets: Set<Socket>): Server {
  return createServer((near) => {
    const far = connect(Number(port || 27017), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
  });
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
