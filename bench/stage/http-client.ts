import assert from 'node:assert/strict';
import http from 'node:http';

export interface Asked {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | readonly Uint8Array[];
  /** The status that is right. */
  readonly status: number;
}

/** Asks a server on this machine, on connections that stay open, and answers the body as text. @throws when the status is another one */
export type Ask = (asked: Asked) => Promise<string>;

/** A client with as little work of its own as there can be: it shares the machine with what it measures. */
export function createHttpClient(port: number): { ask: Ask; close(): void } {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const ask: Ask = ({ method, path, headers = {}, body = [], status }) =>
    new Promise((resolve, reject) => {
      const parts = typeof body === 'string' ? [Buffer.from(body)] : body;
      const length = parts.reduce((sum, part) => sum + part.byteLength, 0);
      const request = http.request(
        { agent, host: '127.0.0.1', port, method, path, headers: { ...headers, 'content-length': length } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            if (response.statusCode === status) resolve(text);
            else
              reject(new assert.AssertionError({ message: `${method} ${path}: ${response.statusCode} ${text.slice(0, 300)}` }));
          });
        },
      );
      request.on('error', reject);
      for (const part of parts) request.write(part);
      request.end();
    });
  return { ask, close: () => agent.destroy() };
}
