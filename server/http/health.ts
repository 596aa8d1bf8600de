import { Router } from 'express';
import { isDatabaseReady } from '../store/database.ts';

const RETRY_SECONDS = 5;

/** `/healthz`: the process runs. `/readyz`: it can do its work, that is, the database answers; 503 while not. */
export function health(): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const isReady = await isDatabaseReady();
    if (!isReady) response.set('Retry-After', String(RETRY_SECONDS));
    response
      .status(isReady ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status: isReady ? 'ready' : 'database unavailable' });
  });
  return router;
}
