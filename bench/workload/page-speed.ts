import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Figure, figureOf } from '../measure/figure.ts';
import { openBrowser } from '../stage/open-browser.ts';
import type { Stage } from '../stage/open-stage.ts';
import { seedProductMailbox } from '../stage/seed-product-mailbox.ts';
import { longestTaskMs } from './longest-task.ts';
import type { WorkloadSize } from './workload-size.ts';

const SLOW_DOWN = 4;
const LCP_MS = 1200;
const TASK_MS = 50;
const ROUTE_MS = 100;

/** What one visit of a page showed, in ms. */
interface Visit {
  readonly largestPaint: number;
  readonly longestTask: number;
}

/** The pages in Chromium with a processor four times slower: the largest paint, the longest task, and how long a change between folders takes once
 *  their data is there. Builds nothing: the pages are those of `dist/`. */
export async function measurePageSpeed(stage: Stage, { repetitions }: WorkloadSize): Promise<Figure[]> {
  const { sessionToken } = await seedProductMailbox('pat@client.example', { messages: 50, entries: 500 }, stage.context);
  const product = await stage.startProduct();
  const browser = await openBrowser(stage.publicOrigin, product.port);
  try {
    const signIn = await repeat(repetitions, () => visit(browser, `${stage.publicOrigin}/portal/sign-in`, 'input', null));
    const inbox = await repeat(repetitions, () => visit(browser, `${stage.publicOrigin}/portal/inbox`, 'main a', sessionToken));
    const routes = await repeat(repetitions, () => changeFolders(browser, stage.publicOrigin, sessionToken));
    return [
      ...figuresOf('sign-in', signIn),
      ...figuresOf('mailbox', inbox),
      figureOf('change of folder, data cached', 'ms', { atMost: 1 }, against(routes, ROUTE_MS)),
    ];
  } finally {
    await browser.close();
    await product.stop();
  }
}

function figuresOf(page: string, visits: readonly Visit[]): Figure[] {
  const slowly = `${page}, processor ${SLOW_DOWN} x slower`;
  const paints = visits.map(({ largestPaint }) => largestPaint);
  const tasks = visits.map(({ longestTask }) => longestTask);
  return [
    figureOf(`LCP of ${slowly}`, 'ms', { atMost: 1 }, against(paints, LCP_MS)),
    figureOf(`longest task of ${slowly}`, 'ms', { atMost: 1 }, against(tasks, TASK_MS)),
  ];
}

const against = (measured: readonly number[], limit: number) => measured.map((product) => ({ product, against: limit }));

async function repeat<Result>(times: number, measure: () => Promise<Result>): Promise<Result[]> {
  // The first fills the caches of the server and the machine, and does not count.
  await measure();
  const results: Result[] = [];
  for (let time = 0; time < times; time += 1) results.push(await measure());
  return results;
}

function openContext(browser: Browser, sessionToken: string | null): Promise<BrowserContext> {
  // Chromium takes a cookie with this prefix from its own server only.
  const headers = sessionToken === null ? {} : { extraHTTPHeaders: { cookie: `__Host-session=${sessionToken}` } };
  return browser.newContext({ viewport: { width: 1280, height: 800 }, ...headers });
}

async function visit(browser: Browser, address: string, ready: string, sessionToken: string | null): Promise<Visit> {
  const context = await openContext(browser, sessionToken);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
  const longestTask = await longestTaskMs(browser, page, async () => {
    await page.goto(address);
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState('networkidle');
  });
  const largestPaint = await readLargestPaint(page);
  await context.close();
  return { largestPaint, longestTask };
}

function readLargestPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN));
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
}

/** From the click on a folder's link to the picture with its heading, once both folders have been loaded. */
async function changeFolders(browser: Browser, origin: string, sessionToken: string): Promise<number> {
  const context = await openContext(browser, sessionToken);
  const page = await context.newPage();
  await page.goto(`${origin}/portal/sent`);
  await page.getByRole('heading', { name: 'Sent' }).waitFor();
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await page.locator('main a').first().waitFor();
  await page.getByRole('link', { name: /^Sent/ }).click();
  await page.getByRole('heading', { name: 'Sent' }).waitFor();
  const took = await page.getByRole('link', { name: /^Inbox/ }).evaluate(timeToHeading);
  await context.close();
  return took;
}

/** Runs in the page. */
function timeToHeading(link: Element): Promise<number> {
  return new Promise((resolve) => {
    const begun = performance.now();
    const isThere = () => [...document.querySelectorAll('h1, h2')].some((heading) => heading.textContent === 'Inbox');
    const look = () => {
      if (isThere()) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
      else requestAnimationFrame(look);
    };
    (link as HTMLElement).click();
    look();
  });
}
