import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { type Engine, type Product, startProduct } from './product.ts';

/** A product and a browser for the journeys of one file. */
export interface Journey {
  readonly product: Product;
  readonly browser: Browser;
  /** A window of somebody new: no cookies, nothing remembered. Whatever its pages report as an error fails `noPageErrors`. */
  person(options?: BrowserContextOptions): Promise<Page>;
  /** Uncaught errors and blocked loads of all windows so far. */
  readonly pageErrors: string[];
}

export const DESK = { viewport: { width: 1280, height: 900 } } as const;
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/** Starts both before the journeys of this file and ends them after. */
export function useProduct(settings: Record<string, string> = {}, engine: Engine = 'shared'): Journey {
  const journey = { pageErrors: [] as string[] } as { -readonly [key in keyof Journey]: Journey[key] };
  beforeAll(async () => {
    const [product, browser] = await Promise.allSettled([startProduct(settings, engine), launchBrowser()]);
    // Each is kept as soon as it runs: what is not kept is never ended, and the tests would not end either.
    if (product.status === 'fulfilled') journey.product = product.value;
    if (browser.status === 'fulfilled') journey.browser = browser.value;
    for (const started of [product, browser]) if (started.status === 'rejected') throw started.reason;
    journey.person = async (options = DESK) => {
      const context = await journey.browser.newContext({ acceptDownloads: true, ...options });
      const page = await context.newPage();
      page.on('pageerror', (error) => journey.pageErrors.push(error.message));
      page.on('console', (line) => {
        // Parsing a draft reports each inline style that the page's own policy does not apply; nothing of it is lost.
        const isReport = /Content Security Policy|Uncaught/.test(line.text()) && !/^Applying inline style/.test(line.text());
        if (line.type() === 'error' && isReport) journey.pageErrors.push(line.text());
      });
      page.setDefaultTimeout(20_000);
      return page;
    };
  }, 120_000);
  afterAll(async () => {
    await journey.browser?.close();
    await journey.product?.remove();
  }, 60_000);
  return journey;
}
