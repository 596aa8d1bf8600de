import type { Browser, BrowserContext, Page } from 'playwright-core';
import { uploadAttachment } from '../../contract/send.ts';
import { type Figure, figureOf } from '../measure/figure.ts';
import { openBrowser } from '../stage/open-browser.ts';
import type { Stage } from '../stage/open-stage.ts';
import { type Noted, placeOutlook } from '../stage/place-outlook.ts';
import { longestTaskMs } from './longest-task.ts';
import type { WorkloadSize } from './workload-size.ts';

const SLOW_DOWN = 4;
const INTERACTIVE_MS = 500;
const TASK_MS = 50;
const FILE_BYTES = 25_000_000;

/** The task pane in Chromium with a pretended Outlook: when it can be clicked from a warm cache, its longest task while it reads, decodes, hashes and uploads
 *  25 MB, both with a processor four times slower; then, not slowed, how fast that goes beside a page that only sends the same bytes. */
export async function measurePane(stage: Stage, { repetitions }: WorkloadSize): Promise<Figure[]> {
  const product = await stage.startProduct();
  const browser = await openBrowser(stage.publicOrigin, product.port);
  try {
    const shown: number[] = [];
    const tasks: number[] = [];
    const speeds: { product: number; against: number }[] = [];
    for (let time = 0; time <= repetitions; time += 1) {
      const context = await openOutlook(browser, stage);
      const whenShown = await timeToShow(context, stage.publicOrigin);
      const longest = await longestTaskOfSend(browser, context, stage.publicOrigin);
      const speed = await uploadSpeeds(context, stage);
      await context.close();
      // The first fills the caches of the server and the machine, and does not count.
      if (time === 0) continue;
      shown.push(whenShown);
      tasks.push(longest);
      speeds.push(speed);
    }
    const slowly = `processor ${SLOW_DOWN} x slower`;
    return [
      figureOf(`pane can be clicked, warm cache, ${slowly}`, 'ms', { atMost: 1 }, against(shown, INTERACTIVE_MS)),
      figureOf(`longest task of the pane with 25 MB, ${slowly}`, 'ms', { atMost: 1 }, against(tasks, TASK_MS)),
      figureOf('25 MB from Outlook through the pane / from a bare page', 'MB/s', { atLeast: 0.7 }, speeds),
    ];
  } finally {
    await browser.close();
    await product.stop();
  }
}

const against = (measured: readonly number[], limit: number) => measured.map((product) => ({ product, against: limit }));

async function openOutlook(browser: Browser, { identity }: Stage): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 360, height: 700 } });
  const accessToken = await identity.token();
  await context.addInitScript(placeOutlook, { accessToken, idToken: accessToken, fileBytes: FILE_BYTES });
  return context;
}

async function openPane(context: BrowserContext, origin: string, slowDown: number): Promise<Page> {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  await page.goto(`${origin}/taskpane.html`);
  await page.getByRole('button', { name: 'Send Secure' }).waitFor();
  await page.evaluate(() => (window as unknown as Noted).prepareFile());
  return page;
}

async function timeToShow(context: BrowserContext, origin: string): Promise<number> {
  await (await openPane(context, origin, 1)).close();
  const page = await openPane(context, origin, SLOW_DOWN);
  const { whenShown } = await notedIn(page);
  await page.close();
  return whenShown;
}

async function longestTaskOfSend(browser: Browser, context: BrowserContext, origin: string): Promise<number> {
  const page = await openPane(context, origin, SLOW_DOWN);
  await page.getByRole('button', { name: 'Send Secure' }).click();
  await page.waitForFunction(() => (window as unknown as Noted).noted.whenReading > 0);
  const longest = await longestTaskMs(browser, page, () => handOver(page));
  await page.close();
  return longest;
}

/** Outlook answers with the file now. */
async function handOver(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as Noted).handOver());
  await page.getByText('Accepted for 1 recipient').waitFor({ timeout: 120_000 });
}

/** MB/s of the pane from the moment it asks Outlook for the file, and of a page that has the bytes already, until the server's answer. */
async function uploadSpeeds(context: BrowserContext, { identity, publicOrigin }: Stage) {
  const page = await openPane(context, publicOrigin, 1);
  await page.getByRole('button', { name: 'Send Secure' }).click();
  await page.waitForFunction(() => (window as unknown as Noted).noted.whenReading > 0);
  await handOver(page);
  const { whenReading } = await notedIn(page);
  const answeredAt = await page.evaluate((path) => {
    const upload = performance.getEntriesByType('resource').findLast(({ name }) => name.endsWith(path));
    return upload ? upload.startTime + upload.duration : Number.NaN;
  }, uploadAttachment.path);
  const paneMs = answeredAt - whenReading;
  const bareMs = await page.evaluate(sendBare, { path: uploadAttachment.path, token: await identity.token(), bytes: FILE_BYTES });
  await page.close();
  const perSecond = (milliseconds: number) => FILE_BYTES / 1000 / milliseconds;
  return { product: perSecond(paneMs), against: perSecond(bareMs) };
}

/** Runs in the page. */
async function sendBare({ path, token, bytes }: { path: string; token: string; bytes: number }): Promise<number> {
  const random = crypto.getRandomValues(new Uint8Array(30_000));
  const form = new FormData();
  form.append('file', new Blob(Array.from({ length: Math.ceil(bytes / random.length) }, () => random)), 'scan.pdf');
  const begun = performance.now();
  const answer = await fetch(path, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
  await answer.json();
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return performance.now() - begun;
}

function notedIn(page: Page): Promise<Noted['noted']> {
  return page.evaluate(() => (window as unknown as Noted).noted);
}
