import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { sendMessage, uploadAttachment } from '../../contract/send.ts';
import { aPdf, aPng } from '../support/make-files.ts';
import { download, enterByLink, joinReader, readBody } from '../support/portal-page.ts';
import { readZip } from '../support/read-zip.ts';
import { staffCall, staffUpload } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { PHONE, useProduct } from '../support/use-product.ts';

const journey = useProduct();
const address = 'reader@client.example';
const long = `${'unbroken'.repeat(20)}.bin`;
const files = [
  ['scan.pdf', 'application/pdf', aPdf('Scan results')],
  ['photo.png', 'image/png', aPng(40, 20)],
  ['notes.txt', 'text/plain', Buffer.from('Grüße <b>aus</b> dem Labor', 'latin1')],
  ['broken.pdf', 'application/pdf', Buffer.from('no PDF')],
  [long, 'application/octet-stream', randomBytes(300_000)],
] as const;
const html =
  '<p>Dear Pat</p><p><a href="http://someone@other.example/plan">www.harbour.example</a></p><img src="http://pictures.example/a.png" alt="chart">';
/** Turns the direction around and is never broken: what a hostile name does to a page. */
const HOSTILE = `<img src=x onerror="top.hacked=1">\u202egnp.exe${'w'.repeat(80)}`;

async function sendAll() {
  const call = await staffCall(journey.product);
  const upload = await staffUpload(journey.product);
  const attachments = [];
  for (const [name, contentType, bytes] of files) {
    const { uploadId } = await upload(uploadAttachment, new Blob([Uint8Array.from(bytes)]), name);
    attachments.push({ uploadId, name, contentType, contentId: null });
  }
  const { uploadId } = await upload(uploadAttachment, new Blob(['x']), 'x');
  const recipients = [{ address, name: HOSTILE, kind: 'to' as const }];
  const options = { expiresInDays: 30, allowReply: true, allowPrint: false, allowDownload: false };
  await call(sendMessage, aMessage({ recipients, subject: 'Your scan results', html, attachments }));
  const hostile = { uploadId, name: HOSTILE, contentType: 'application/pdf', contentId: null };
  await call(sendMessage, aMessage({ recipients, subject: HOSTILE, attachments: [hostile], options }));
}

async function openFromInbox(page: Page, subject: string | RegExp) {
  await page.goto(`${journey.product.origin}/portal/inbox`);
  await page.getByRole('link', { name: subject }).first().click();
}

const isWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test('a reader sees pictures on asking, looks at files, saves them, and prints, as far as the sender allows', async () => {
  await sendAll();
  const reader = await journey.person();
  const asked: Record<string, string>[] = [];
  await reader.context().route(/pictures\.example/, (route) => {
    asked.push(route.request().headers());
    return route.fulfill({ contentType: 'image/png', body: aPng(40, 20) });
  });
  await enterByLink(reader, journey.product, address);
  await reader.waitForURL(/\/portal\/inbox\//);
  await openFromInbox(reader, /Your scan results/);
  expect(await readBody(reader)).toContain('Dear Pat');

  await reader.getByRole('button', { name: 'Show pictures' }).waitFor();
  expect(asked).toEqual([]);
  await reader.getByRole('button', { name: 'Show pictures' }).click();
  const frame = reader.frameLocator('iframe[src="/frame?pictures=1"]');
  await frame.locator('img[src^="https://pictures.example"]').waitFor();
  await reader.waitForFunction(() => {
    const shown = document.querySelector<HTMLIFrameElement>('iframe[name=message]')?.contentDocument?.images[0];
    return shown?.complete && shown.naturalWidth === 40;
  });
  expect(asked.map((headers) => headers['referer'])).toEqual([undefined]);

  await followLink(reader, frame.getByRole('link', { name: 'www.harbour.example' }));
  await lookAtFiles(reader);
  const saved = await PostalMime.parse((await download(reader, 'Save message')).bytes);
  expect(saved.subject).toBe('Your scan results');
  expect(saved.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer))).toEqual(files.map(([, , bytes]) => bytes));
  await reader.emulateMedia({ media: 'print' });
  expect(await frame.locator('#heading').innerText()).toMatch(/Your scan results[^]*From: Alex Morgan/);
  await reader.emulateMedia({ media: 'screen' });

  const phone = await journey.person(PHONE);
  await joinReader(phone, journey.product, reader);
  expect(await readBody(phone)).toContain('Dear Pat');
  await followLink(phone, phone.frameLocator('iframe[src="/frame"]').getByRole('link', { name: 'www.harbour.example' }));
  await lookAtFiles(phone);
  expect(await isWide(phone)).toBe(false);

  await openFromInbox(reader, /onerror/);
  await reader.getByText(/does not allow printing this message or saving its files/).waitFor();
  expect(await reader.getByRole('button', { name: 'Print' }).count()).toBe(0);
  expect(await reader.getByRole('link', { name: /Download|Save message/ }).count()).toBe(0);
  for (const width of [1280, 768, PHONE.viewport.width, 320]) {
    await reader.setViewportSize({ width, height: 800 });
    expect([width, await isWide(reader)]).toEqual([width, false]);
  }
  await reader.emulateMedia({ media: 'print' });
  expect(await reader.evaluate(() => getComputedStyle(document.documentElement).display)).toBe('none');
  expect(await reader.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
  expect(journey.pageErrors).toEqual([]);
}, 180_000);

/** Goes where a link truly leads, over the page that says so; what stands there is ours. */
async function followLink(reader: Page, link: Locator): Promise<void> {
  const asked: Record<string, string>[] = [];
  await reader.context().route(/other\.example/, (route) => {
    asked.push(route.request().headers());
    return route.fulfill({ contentType: 'text/html', body: '<title>There</title>' });
  });
  const [leaving] = await Promise.all([reader.context().waitForEvent('page'), link.click()]);
  await leaving.getByText('other.example', { exact: true }).waitFor();
  expect(asked).toEqual([]);
  await leaving.getByRole('link', { name: 'Go to other.example' }).click();
  await leaving.waitForURL('http://other.example/plan');
  expect(asked.map((headers) => headers['referer'])).toEqual([undefined]);
  await leaving.close();
}

/** Each file as it is shown, and all of them as one zip. */
async function lookAtFiles(reader: Page): Promise<void> {
  await preview(reader, 'photo.png', async (dialog) => {
    await dialog.frameLocator(SEALED_OFF).locator('img[src^="blob:"]').waitFor();
  });
  await preview(reader, 'notes.txt', async (dialog) => {
    await dialog.frameLocator(SEALED_OFF).getByText('Grüße <b>aus</b> dem Labor').waitFor();
  });
  await preview(reader, 'broken.pdf', async (dialog) => dialog.getByText(/cannot be shown here/).waitFor());
  await preview(reader, 'scan.pdf', async (dialog) => {
    const viewer = dialog.frameLocator('iframe[src="/viewer"]');
    await viewer.getByText('Scan results').first().waitFor({ state: 'attached' });
    expect(await viewer.locator('figure').count()).toBe(2);
    expect(await viewer.locator('body').evaluate(() => self.origin)).toBe('null');
  });

  const zip = await download(reader, 'Download all');
  expect(zip.name).toBe('Your scan results.zip');
  expect(readZip(zip.bytes).map(({ name, bytes }) => [name, bytes])).toEqual(files.map(([name, , bytes]) => [name, bytes]));
}

/** A frame that may run nothing. */
const SEALED_OFF = 'iframe[src="/frame"][sandbox="allow-same-origin"]';

async function preview(page: Page, name: string, look: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) {
  await page.getByRole('button', { name: `Preview ${name}` }).click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  await look(dialog);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await dialog.waitFor({ state: 'detached' });
}
