import { expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { sendMessage } from '../../contract/send.ts';
import { openOutlook, openPane, writeDraft } from '../support/outlook-page.ts';
import { linkIn } from '../support/link-in.ts';
import { enrolByLink, readBody } from '../support/portal-page.ts';
import { readScreen, sidewaysPixels } from '../support/read-screen.ts';
import { staffCall } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { takeBack } from '../support/take-back.ts';
import { textsInEnglishOnly } from '../support/texts-in-english-only.ts';
import { DESK, useProduct } from '../support/use-product.ts';

const journey = useProduct();
const WIDTHS = [320, 768, 1280];
/** Names, addresses, files, subjects and what stands on a key are what they are in every language. */
const DATA =
  /Harbour Clinic|Alex Morgan|Pat Doe|Sealpost \d\S*|\S+@\S+|https?:\/\/\S+|localhost\S*|other\.example|Quarterly-figures\S*|Your scan results|\+44[\d ]+, Monday to Friday[\d: to]+|\bEnter\b|\b\w+\.(?:pdf|txt|eml)\b|K7Q4-M2XD|[A-Z]\w+(?:\/[\w +-]+)+|\b(?:[CEMP]ST\d[CEMP]DT|[CEMW]ET|[EMH]ST|UTC)\b/g;

/** Somebody whose browser wishes for a language; `qps` is English made unlike English, from right to left. */
async function reader(language: string, options: BrowserContextOptions = DESK): Promise<Page> {
  const page = await journey.person({ ...options, ...(language === 'de' ? { locale: 'de-DE' } : {}) });
  if (language === 'qps') await page.addInitScript(() => Object.defineProperty(navigator, 'languages', { get: () => ['qps'] }));
  return page;
}

/** Sends somebody a message and answers the page of theirs where it is open, with the paths of all screens of the portal. */
async function openMailbox(language: string): Promise<{ page: Page; before: string[]; inside: string[] }> {
  const address = `${language}@client.example`;
  const call = await staffCall(journey.product);
  await call(sendMessage, aMessage({ recipients: [{ address, name: 'Pat Doe', kind: 'to' }] }));
  const link = new URL(linkIn(await journey.product.notificationTo(address))).pathname;
  const english = await journey.person(DESK);
  await enrolByLink(english, journey.product, address);
  await readBody(english);
  const page = await reader(language);
  await page.context().addCookies(await english.context().cookies());
  const message = link.replace('/m/', '/portal/inbox/');
  const sections = ['password', 'second-step', 'passkeys', 'sessions', 'language', 'reading', 'signature'].map(
    (section) => `/portal/settings/${section}`,
  );
  const inside = [
    '/portal/inbox',
    message,
    `${message}/reply`,
    '/portal/sent',
    '/portal/drafts',
    '/portal/compose',
    '/portal/deleted',
    '/portal/nowhere',
    ...sections,
  ];
  const help = ['genuine', 'login', 'contact', 'accessibility'].map((topic) => `/portal/help/${topic}`);
  const before = [
    '/portal/sign-in',
    '/portal/forgot',
    link,
    '/portal/leaving#https%3A%2F%2Fother.example%2F',
    '/verify',
    ...help,
  ];
  return { page, before, inside };
}

/** Waits for a screen that shows no other text than `isOurs` allows; answers what is still wrong in the end. */
async function strangeTexts(page: Page, isStrange: (text: string) => boolean): Promise<string[]> {
  const until = Date.now() + 8000;
  for (;;) {
    const texts = await readScreen(page);
    const strange = texts.filter((text) => isStrange(text.replace(DATA, '')));
    const isDrawn = texts.length > 4 && (await page.getByRole('progressbar').count()) === 0;
    if ((isDrawn && strange.length === 0) || Date.now() > until) return isDrawn ? strange : ['nothing was drawn'];
    await page.waitForTimeout(100);
  }
}

async function findFaults(page: Page, path: string, isStrange: (text: string) => boolean): Promise<string[]> {
  await page.goto(new URL(path, journey.product.origin).href);
  const faults = (await strangeTexts(page, isStrange)).map((text) => `${path}: ${text}`);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const pixels = await sidewaysPixels(page);
    if (pixels > 0) faults.push(`${path}: ${pixels} pixels too wide at ${width}`);
  }
  return faults;
}

/** The faults of what stands for a moment only: search, keys, what somebody has to do first, a message that has ended. */
async function faultsOfPassing(page: Page, message: string, isStrange: (text: string) => boolean): Promise<string[]> {
  const faults: string[] = [];
  const look = async (screen: string) => {
    faults.push(...(await strangeTexts(page, isStrange)).map((text) => `${screen}: ${text}`));
    const pixels = await sidewaysPixels(page);
    if (pixels > 0) faults.push(`${screen}: ${pixels} pixels too wide`);
  };
  const open = (path: string) => page.goto(journey.product.origin + path);
  await open('/portal/inbox');
  await page.locator('a[id^=row-]').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await look('keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('scan');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search/);
  await look('search');
  await takeBack(journey.product, 'Your scan results');
  await open(message);
  await page.locator('#message-subject').waitFor();
  await look('ended');
  for (const state of ['reset-password', 'second-step', 'second-step-setup'] as const) {
    await page.route('**/api/account/session', async (route) => {
      const session = (await (await route.fetch()).json()) as object;
      await route.fulfill({ json: { ...session, state, secondStepKinds: ['app', 'recovery-code'] } });
    });
    await open('/portal/inbox');
    await page.locator('h1').waitFor();
    await look(state);
    await page.unroute('**/api/account/session');
  }
  return faults;
}

test('from right to left, a third longer and without one text outside the catalogues: every screen stands', async () => {
  const { page, before, inside } = await openMailbox('qps');
  const isPlain = (text: string) => /[A-Za-z]{2}/.test(text);
  const faults: string[] = [];
  for (const path of inside) faults.push(...(await findFaults(page, path, isPlain)));
  await page.goto(new URL(inside[1] ?? '', journey.product.origin).href);
  await readBody(page);
  expect(await page.evaluate(() => [document.documentElement.dir, getComputedStyle(document.body).direction])).toEqual([
    'rtl',
    'rtl',
  ]);
  const folders = await page.getByRole('navigation').first().boundingBox();
  const message = await page.locator('iframe[src="/frame"]').boundingBox();
  expect(folders?.x).toBeGreaterThan((message?.x ?? 0) + (message?.width ?? 0) - 1);
  await page.setViewportSize({ width: 320, height: 900 });
  const back = page.getByRole('main').getByRole('button').first().locator('svg');
  expect(await back.evaluate((arrow) => getComputedStyle(arrow).transform)).toBe('matrix(-1, 0, 0, 1, 0, 0)');
  faults.push(...(await faultsOfPassing(page, inside[1] ?? '', isPlain)));
  const visitor = await reader('qps');
  for (const path of before) faults.push(...(await findFaults(visitor, path, isPlain)));
  expect(faults).toEqual([]);
}, 180_000);

test('the task pane stands from right to left as well', async () => {
  const alex = await reader('qps');
  await openOutlook(alex, journey.product.origin);
  const files = [{ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(2000, 1) }];
  await writeDraft(alex, { to: 'pat@client.example', subject: 'Your scan results', html: '<p>[ ]</p>', files });
  const pane = await openPane(alex);
  await pane.locator('[dir="rtl"]').first().waitFor();
  await pane.getByText('scan.pdf').first().waitFor();
  expect(await strangeTexts(alex, (text) => /[A-Za-z]{2}/.test(text))).toEqual([]);
}, 90_000);

test('a German browser is shown German, whole', async () => {
  const { page, before, inside } = await openMailbox('de');
  const english = await textsInEnglishOnly();
  const faults: string[] = [];
  for (const path of inside) faults.push(...(await findFaults(page, path, (text) => english.has(text))));
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await page.goto(journey.product.origin + (inside[1] ?? ''));
  await readBody(page);
  expect(await page.frame({ url: /\/frame$/ })?.evaluate(() => document.documentElement.lang)).toBe('de');
  await page.goto(`${journey.product.origin}/portal/settings/language`);
  await page.getByLabel('Sprache').selectOption('en');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  const visitor = await reader('de');
  for (const path of before) faults.push(...(await findFaults(visitor, path, (text) => english.has(text))));
  expect(faults).toEqual([]);
}, 180_000);
