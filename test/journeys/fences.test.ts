import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Attack, allAttacks } from '../support/attacks/all-attacks.ts';
import { type Attacker, startAttacker } from '../support/attacker.ts';
import { launchBrowser } from '../support/browser.ts';
import { startFencePages } from '../support/fence-pages.ts';
import { type Fence, layAttacks } from '../support/lay-attacks.ts';

let attacker: Attacker;
let fencePages: Awaited<ReturnType<typeof startFencePages>>;
let browser: Browser;

beforeAll(async () => {
  [attacker, fencePages, browser] = await Promise.all([startAttacker(), startFencePages(), launchBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  fencePages.close();
  attacker.close();
});

interface Seen {
  /** Numbers of attacks whose code ran. */
  readonly ran: readonly number[];
  readonly visits: readonly string[];
  readonly connections: number;
  /** Dialogs, windows and pages that the attacks brought about. */
  readonly disturbances: readonly string[];
}

/** Lays attacks behind a fence, does to them what a reader might, and tells what came of it once a harmless attack without any fence, begun
 *  after them, has run and been seen by the attacker. */
async function attack(fence: Fence, attacks: readonly Attack[]): Promise<Seen> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const disturbances = watch(context, page);
  await page.goto(fencePages.origin + (fence === 'frame' ? '/portal/leaving' : '/open/page'));
  const [visitsBefore, connectionsBefore] = [attacker.visits.length, attacker.connections()];
  const ran = await page.evaluate(layAttacks, { fence, attacks });
  const visits = attacker.visits.slice(visitsBefore);
  const connections = attacker.connections() - connectionsBefore;
  const address = page.url();
  await context.close();
  if (!address.startsWith(fencePages.origin)) disturbances.push(`the page went to ${address}`);
  return { ran, visits, connections, disturbances };
}

function watch(context: BrowserContext, page: Page): string[] {
  const disturbances: string[] = [];
  page.on('dialog', (dialog) => {
    disturbances.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('download', (download) => void disturbances.push(`download: ${download.url()}`));
  context.on('page', (opened) => {
    // The page that shows where a link leads is ours.
    if (opened !== page && !opened.url().startsWith(`${fencePages.origin}/portal/leaving#`))
      disturbances.push(`window: ${opened.url()}`);
  });
  return disturbances;
}

test('without a fence the attacks run and load, so what follows can fail', async () => {
  const attacks = allAttacks(attacker.host);
  expect(attacks.length).toBeGreaterThanOrEqual(200);
  expect(new Set(attacks.map(({ html }) => html.replaceAll(/\d/g, ''))).size).toBe(attacks.length);
  // Those that replace the page around them would end the proof.
  const { ran, visits } = await attack(
    'none',
    attacks.filter(({ html }) => !/_top|_parent/.test(html)),
  );
  const alive = new Set([...ran, ...visits.map((address) => Number(/^\/(\d+)/.exec(address)?.[1]))]);
  for (const family of new Set(attacks.map((one) => one.family))) {
    const ofFamily = attacks.filter((one) => one.family === family);
    expect([family, ofFamily.some(({ number }) => alive.has(number))]).toEqual([family, true]);
  }
}, 180_000);

test('no attack runs, loads or disturbs: cleaned bodies in a frame that would let them run and load', async () => {
  const seen = await attack('cleaning', allAttacks(attacker.host));
  expect(seen).toEqual({ ran: [], visits: [], connections: 0, disturbances: [] });
}, 180_000);

test('no attack runs, loads or disturbs: raw bodies in the frame of the product', async () => {
  const { ran, visits, disturbances } = await attack('frame', allAttacks(attacker.host));
  // A browser may connect in advance and ask for nothing; no policy governs that, so there the cleaning stands alone.
  expect({ ran, visits, disturbances }).toEqual({ ran: [], visits: [], disturbances: [] });
}, 180_000);

test('the page that draws a PDF is nobody’s origin and asks nobody for anything', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${fencePages.origin}/viewer`);
  const visitsBefore = attacker.visits.length;
  const { origin, refused } = await page.evaluate(askAround, `http://${attacker.host}/viewer`);
  await context.close();
  expect(origin).toBe('null');
  expect(refused).toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem']);
  expect(attacker.visits.slice(visitsBefore)).toEqual([]);
}, 60_000);

/** Asks an address in every way a script can, without wanting an answer; tells which rules of the page's policy refused that, once all of four did. */
async function askAround(address: string) {
  const refused = new Set<string>();
  const all = new Promise<void>((resolve) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      if (refused.add(effectiveDirective).size === 4) resolve();
    });
  });
  for (const tag of ['iframe', 'img', 'script']) {
    const element = document.createElement(tag);
    element.setAttribute('src', address);
    document.body.append(element);
  }
  await fetch(address, { mode: 'no-cors' }).catch(() => undefined);
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 5000))]);
  return { origin: self.origin, refused: [...refused].sort() };
}
