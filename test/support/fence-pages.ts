import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import express from 'express';
import { securityHeaders } from '../../server/http/headers.ts';
import { pages } from '../../server/http/pages.ts';
import { testConfig } from './test-config.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** Pages for trying one fence at a time: the product's own with all their headers, and under `/open` the shell of a message and the cleaner's
 *  sources without any policy. */
export async function startFencePages(
  settings: Record<string, string> = {},
): Promise<{ readonly origin: string; close(): void }> {
  const app = express();
  const open = express.Router();
  open.get('/page', (_request, response) => {
    const map = { imports: { dompurify: '/open/source/node_modules/dompurify/dist/purify.es.mjs' } };
    response.type('html').send(`<script type="importmap">${JSON.stringify(map)}</script><body>`);
  });
  open.get('/shell', async (_request, response) => {
    response.type('html').send(await readFile(path.join(root, 'portal', 'frame.html'), 'utf8'));
  });
  open.get('/source/{*file}', async (request, response) => {
    const { file } = request.params as unknown as { file: string[] };
    const source = await readFile(path.join(root, ...file), 'utf8');
    response.type('text/javascript').send(file.at(-1)?.endsWith('.ts') ? stripTypeScriptTypes(source) : source);
  });
  app.use('/open', open);
  app.use(securityHeaders(false), pages(testConfig(settings)));
  const server: Server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => void (server.close(), server.closeAllConnections());
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close };
}
