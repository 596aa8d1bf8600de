import { readFileSync } from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';
import type { Config } from '../config.ts';
import { version } from './pages.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** The add-in's manifest for a server at `origin`, as Outlook wants it: every address on that origin, the version with four numbers. */
export function manifestFor(origin: string): string {
  const template = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
  return template.replaceAll('{{ORIGIN}}', origin).replaceAll('{{VERSION}}', `${version}.0`);
}

/** The manifest, ready for IT, and the icons it names. Outlook's own pages load the icons, so any site may. */
export function manifest(config: Config): Router {
  const router = Router();
  const xml = manifestFor(config.PUBLIC_ORIGIN);
  router.get('/manifest.xml', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('application/xml').send(xml);
  });
  const setHeaders = (response: express.Response) => response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  const icons = path.join(root, 'addin', 'icons');
  router.use('/icons', express.static(icons, { maxAge: '1d', index: false, redirect: false, fallthrough: true, setHeaders }));
  return router;
}
