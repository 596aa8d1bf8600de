import { expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { sendMessage } from '../../contract/send.ts';
import { findBarriers } from '../support/axe.ts';
import { enterByLink, readBody } from '../support/portal-page.ts';
import { staffCall } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { takeBack } from '../support/take-back.ts';
import { DESK, PHONE, useProduct } from '../support/use-product.ts';

const journey = useProduct();

async function sendTo(address: string, subjects: readonly string[]): Promise<void> {
  const call = await staffCall(journey.product);
  for (const subject of subjects) await call(sendMessage, aMessage({ recipients: [{ address, kind: 'to' }], subject }));
}

const row = (page: Page, subject: string) => page.getByRole('link', { name: new RegExp(subject) });

/** Whether something that floats lies over a line. */
const isCovered = (page: Page, subject: string) =>
  row(page, subject).evaluate((line) => {
    const { x, y } = line.getBoundingClientRect();
    return !line.contains(document.elementFromPoint(x + 9, y + 9));
  });

/** Waits until the list holds so many messages. */
async function rowsAre(page: Page, count: number): Promise<void> {
  const rows = page.getByRole('main').getByRole('link', { name: /Alex Morgan/ });
  await rows.nth(count - 1).waitFor();
  await rows.nth(count).waitFor({ state: 'detached' });
}

/** Somebody signed in, with the list of three messages before them. */
async function aReader(address: string, options: BrowserContextOptions): Promise<Page> {
  await sendTo(address, ['First letter', 'Second letter', 'Third letter']);
  const page = await journey.person(options);
  await enterByLink(page, journey.product, address);
  await readBody(page);
  await page.goto(`${journey.product.origin}/portal/inbox`);
  await row(page, 'First letter').waitFor();
  await row(page, 'Third letter').waitFor();
  return page;
}

test('on a desk: several at once, undo, restore, keys, full screen, new mail without a reload, asking for more time', async () => {
  const page = await aReader('desk@client.example', DESK);
  await page.getByRole('checkbox', { name: /First letter/ }).check();
  await page.getByRole('checkbox', { name: /Second letter/ }).check();
  await page.getByRole('button', { name: 'Delete' }).click();
  await rowsAre(page, 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await rowsAre(page, 3);

  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).waitFor();
  expect(await isCovered(page, 'Third letter')).toBe(false);
  await page.keyboard.press('Escape');

  await row(page, 'Third letter').focus();
  await page.keyboard.press('#');
  await rowsAre(page, 2);
  await page.getByRole('link', { name: 'Deleted' }).click();
  await row(page, 'Third letter').click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByText('Nothing deleted').waitFor();
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await row(page, 'Third letter').waitFor();

  await row(page, 'Second letter').dblclick();
  await page.getByRole('button', { name: 'Full screen', pressed: true }).waitFor();
  expect(await row(page, 'First letter').isVisible()).toBe(false);
  expect(await findBarriers(page)).toEqual([]);
  await page.goBack();
  await row(page, 'First letter').waitFor();
  await page.getByRole('button', { name: 'Mark unread' }).click();
  await page.getByRole('button', { name: 'Mark read' }).waitFor();

  await sendTo('desk@client.example', ['Fourth letter']);
  await journey.product.mailsTo('desk@client.example', 5);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await row(page, 'Fourth letter').waitFor({ timeout: 40_000 });
  await page.getByRole('heading', { name: 'Second letter' }).waitFor();

  await row(page, 'First letter').click();
  await readBody(page);
  await takeBack(journey.product, 'First letter');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('heading', { name: 'This message was taken back' }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ask the sender for more time' }).click();
  await page.getByText('You asked the sender for more time').waitFor();
  const asking = await journey.product.mailAbout('alex@harbour.example', 'desk@client.example asks for more time');
  expect(asking.text).toContain('First letter');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  expect(journey.pageErrors).toEqual([]);
}, 120_000);

test('on a phone: choose, delete, undo, restore, from a deleted message back to the list, asking for more time', async () => {
  const page = await aReader('hand@client.example', { ...PHONE, colorScheme: 'dark' });
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No messages yet').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await rowsAre(page, 3);
  expect(await findBarriers(page)).toEqual([]);
  await row(page, 'Second letter').click();
  await readBody(page);
  expect(await findBarriers(page)).toEqual([]);
  const isScrolledSideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(isScrolledSideways).toBe(false);
  await page.getByRole('button', { name: 'Delete' }).click();
  await row(page, 'First letter').waitFor();
  await rowsAre(page, 2);
  await page.getByRole('link', { name: 'Deleted' }).click();
  await row(page, 'Second letter').click();
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByText('Nothing deleted').waitFor();
  await page.getByRole('link', { name: /^Inbox/ }).click();
  await rowsAre(page, 3);
  await row(page, 'Second letter').click();
  await readBody(page);
  await takeBack(journey.product, 'Second letter');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('heading', { name: 'This message was taken back' }).and(page.locator(':focus')).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ask the sender for more time' }).click();
  await page.getByText('You asked the sender for more time').waitFor();
  expect(journey.pageErrors).toEqual([]);
}, 120_000);
