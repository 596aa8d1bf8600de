import { Router } from 'express';
import type { Config } from '../server/config.ts';
import { portalPolicy } from '../server/http/headers.ts';
import { assetsOf, pageSettings, servePage } from '../server/http/pages.ts';
import { createIdentityProvider, IDENTITY_PATH } from './identity/identity-provider.ts';
import { simulatorRouter } from './outlook/serve-simulator.ts';
import type { RealParts } from './real-parts.ts';

/** What only a demo start shows: its start page, the Outlook simulator, the caught mail and, where none is configured, the identity provider. */
export function demoRouter(config: Config, parts: { real: RealParts; catcher: Router; keyFolder: string }): Router {
  const router = Router();
  router.get('/', servePage('demo/start.html', { ...pageSettings(config), real: parts.real }, portalPolicy));
  router.use('/assets', assetsOf('demo'));
  router.use(parts.catcher);
  if (!parts.real.staff)
    router.use(IDENTITY_PATH, createIdentityProvider({ origin: config.PUBLIC_ORIGIN, keyFolder: parts.keyFolder }));
  router.use('/demo/outlook', simulatorRouter(config));
  return router;
}
