import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A line between a browser and the product that can break. */
export interface BreakingLine {
  /** For the `proxy` of a browser context. */
  readonly proxy: { readonly server: string; readonly bypass: string };
  /** Breaks each request from now on at so many bytes of its body; `Infinity` mends it. */
  breakAt(bytes: number): void;
  /** Lets the next request that is longer stand still after so many bytes of its body. Resolves once it does. */
  stallAt(bytes: number): Promise<void>;
  close(): void;
}

/** Opens a line that is whole. */
export async function openLine(): Promise<BreakingLine> {
  let most = Infinity;
  let stall: { readonly after: number; readonly reached: () => void } | null = null;
  const server = createServer((incoming, answer) => {
    const { method, headers } = incoming;
    const onward = request(new URL(incoming.url ?? ''), { ...(method ? { method } : {}), headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
      reply.on('error', () => answer.destroy());
    });
    let passed = 0;
    incoming.on('data', (bytes: Buffer) => {
      passed += bytes.length;
      if (passed > most) incoming.socket.destroy();
      if (!stall || passed <= stall.after) return;
      incoming.unpipe(onward).pause();
      stall.reached();
      stall = null;
    });
    incoming.on('close', () => (incoming.complete ? undefined : onward.destroy()));
    onward.on('error', () => answer.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    proxy: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' },
    breakAt: (bytes) => {
      most = bytes;
    },
    stallAt: (after) =>
      new Promise((resolve) => {
        stall = { after, reached: resolve };
      }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
