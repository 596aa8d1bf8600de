import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import type { Config } from '../config.ts';
import { replyFilesBytesOf } from '../mail-size.ts';
import { bodyFramePolicy, panePolicy, picturesFramePolicy, portalPolicy, viewerPolicy } from './headers.ts';

/** The release, as people see it in the footer. */
export const version = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
  .version;

const built = path.join(import.meta.dirname, '..', '..', 'dist');

/** Reads a built page; a clear sentence when nothing was built. */
export function readPage(name: string): string {
  try {
    return readFileSync(path.join(built, name), 'utf8');
  } catch (cause) {
    throw new Error(`${name} is not built. Run "npm run build" first.`, { cause });
  }
}

/** Fills a page's placeholders; settings are escaped so that no text can end the script element they stand in. */
export function fillPage(html: string, nonce: string, settings: object): string {
  const json = JSON.stringify(settings).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return html.replaceAll('{{NONCE}}', nonce).replaceAll('{{SETTINGS}}', () => json);
}

/** What the pages are told at their start; nothing of it is secret. */
export function pageSettings(config: Config) {
  return {
    organisation: {
      name: config.ORGANISATION_NAME,
      origin: config.PUBLIC_ORIGIN,
      postmaster: config.ORGANISATION_POSTMASTER,
      contact: config.ORGANISATION_CONTACT,
      colour: config.ORGANISATION_COLOUR,
      logo: config.organisationLogo,
    },
    version,
    organisationDomains: config.ORGANISATION_DOMAINS,
    quoteOriginal: config.QUOTE_ORIGINAL,
    passwordMinLength: config.PASSWORD_MIN_CHARACTERS,
    replyAttachmentsBytes: replyFilesBytesOf(config),
  };
}

/** The settings of the task pane: the portal's, and how staff sign in. */
export function paneSettings(config: Config) {
  const staff = {
    clientId: config.ENTRA_CLIENT_IDS[0] ?? '',
    authority: config.ENTRA_AUTHORITY,
    scope: `${config.ENTRA_AUDIENCE}/${config.ENTRA_SCOPE}`,
  };
  return { ...pageSettings(config), staff };
}

/** Serves one built page with a fresh nonce, never kept by a cache. */
export function servePage(name: string, settings: object, policy: (nonce: string) => string): RequestHandler {
  const html = readPage(name);
  return (_request, response) => {
    const nonce = randomBytes(16).toString('base64url');
    response
      .set({ 'Content-Security-Policy': policy(nonce), 'Cache-Control': 'no-store' })
      .type('html')
      .send(fillPage(html, nonce, settings));
  };
}

/** The pages of the product and their assets. */
export function pages(config: Config): Router {
  const router = Router();
  const portal = servePage('portal/portal.html', pageSettings(config), portalPolicy);
  // A link that a mail program has cut off ends at a page for people, too.
  router.get(['/portal', '/portal/{*below}', '/m', '/m/{*below}', '/verify'], portal);
  const frame = servePage('portal/frame.html', {}, () => bodyFramePolicy);
  const picturesFrame = servePage('portal/frame.html', {}, () => picturesFramePolicy);
  router.get('/frame', (request, response, next) =>
    (request.query['pictures'] === '1' ? picturesFrame : frame)(request, response, next),
  );
  router.get('/viewer', servePage('portal/viewer.html', {}, viewerPolicy));
  router.get(
    '/taskpane.html',
    servePage('addin/taskpane.html', paneSettings(config), (nonce) => panePolicy(nonce, config.FRAME_ANCESTORS)),
  );
  for (const program of ['portal', 'addin']) router.use('/assets', assetsOf(program));
  return router;
}

const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** The assets of a program: built files with a hash in their name, kept for ever, sent as the build compressed them. */
export function assetsOf(program: string): RequestHandler {
  return assets(path.join(built, program, 'assets'));
}

function assets(folder: string): RequestHandler {
  const files = express.static(folder, {
    immutable: true,
    maxAge: '1y',
    index: false,
    redirect: false,
    setHeaders: letViewerLoad,
  });
  const compressed = ENCODINGS.map(([encoding, ending]) => ({
    encoding,
    serve: express.static(folder, {
      immutable: true,
      maxAge: '1y',
      index: false,
      redirect: false,
      setHeaders: (response, file) => {
        letViewerLoad(response, file);
        response.setHeader('Content-Encoding', encoding);
        response.setHeader('Content-Type', typeOf(file.slice(0, -ending.length)));
      },
    }),
    ending,
  }));
  return (request, response, next) => {
    response.vary('Accept-Encoding');
    const accepted = compressed.filter(({ encoding }) => request.acceptsEncodings(encoding) === encoding);
    const original = request.url;
    const attempt = (index: number): void => {
      const candidate = accepted[index];
      request.url = candidate && /\.(?:js|css|svg)$/.test(original) ? original + candidate.ending : original;
      if (request.url === original) files(request, response, next);
      else candidate?.serve(request, response, () => attempt(index + 1));
    };
    attempt(0);
  };
}

/** The viewer's page has an origin of its own, to which its script, public as it is, belongs to somebody else. */
function letViewerLoad(response: ServerResponse, file: string): void {
  if (path.basename(file).startsWith('viewer.')) response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

function typeOf(file: string): string {
  const types: Record<string, string> = {
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.svg': 'image/svg+xml',
  };
  return types[path.extname(file)] ?? 'application/octet-stream';
}
