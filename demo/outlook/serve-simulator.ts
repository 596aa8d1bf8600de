import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Router } from 'express';
import type { Config } from '../../server/config.ts';
import { panePolicy, portalPolicy } from '../../server/http/headers.ts';
import { fillPage, pageSettings, paneSettings, readPage, servePage } from '../../server/http/pages.ts';

const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
const FAKE_OFFICE_JS = '/demo/outlook/fake-office.js';
const builtDemo = path.join(import.meta.dirname, '..', '..', 'dist', 'demo');

/** The Outlook simulator, to be mounted at `/demo/outlook`: its page, and the built task pane with one change, the address of the office.js script. */
export function simulatorRouter(config: Config): Router {
  const router = Router();
  router.get('/', servePage('demo/outlook.html', pageSettings(config), composePolicy));
  const pane = readPage('addin/taskpane.html').replace(OFFICE_JS, FAKE_OFFICE_JS);
  router.get('/taskpane.html', (_request, response) => {
    const nonce = randomBytes(16).toString('base64url');
    const policy = panePolicy(nonce, [...config.FRAME_ANCESTORS, "'self'"]);
    response.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' });
    response.type('html').send(fillPage(pane, nonce, paneSettings(config)));
  });
  router.get('/fake-office.js', (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile('fake-office.js', { root: builtDemo });
  });
  return router;
}

/** The portal's policy; what people paste may carry its own style. */
function composePolicy(nonce: string): string {
  return `${portalPolicy(nonce)}; style-src-attr 'unsafe-inline'`;
}
