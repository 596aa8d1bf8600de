import express, { type Express, type Router } from 'express';
import type { Context } from './context.ts';
import { AppError } from './errors.ts';
import { errorHandler } from './http/error-handler.ts';
import { securityHeaders } from './http/headers.ts';
import { health } from './http/health.ts';
import { manifest } from './http/manifest.ts';
import { refuseOtherMethods } from './http/refuse-other-methods.ts';
import { requestLog } from './http/request-log.ts';
import { requireBodyInTime } from './http/require-body-in-time.ts';
import { securityTxt } from './http/security-txt.ts';
import { serve } from './http/serve.ts';
import { routes } from './routes.ts';

/** The Express app of the product. `pages` are the built pages; `additions` are mounted before them (what a demo start shows). */
export function createApp(context: Context, pages: Router, additions: Router = express.Router()): Express {
  const { config, log } = context;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', config.TRUSTED_PROXIES.length === 0 ? false : [...config.TRUSTED_PROXIES]);
  app.set('query parser', 'simple');
  app.use(requestLog(log), requireBodyInTime(), securityHeaders(config.PUBLIC_ORIGIN.startsWith('https:')));
  app.use(health(), manifest(config));
  app.get('/.well-known/security.txt', securityTxt(context));
  serve(app, routes, context);
  app.use('/api', refuseOtherMethods(routes));
  app.use(additions);
  app.use(pages);
  app.get('/', (_request, response) => response.redirect(302, '/portal'));
  app.use(() => {
    throw new AppError('endpoint_not_found');
  });
  app.use(errorHandler(log));
  return app;
}
