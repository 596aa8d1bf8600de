import { expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { sendMessage } from '../../contract/send.ts';
import { findBarriers } from '../support/axe.ts';
import { enterByLink, readBody } from '../support/portal-page.ts';
import { staffCall } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { DESK, PHONE, useProduct } from '../support/use-product.ts';

const journey = useProduct();

const messages = [
  { subject: 'Your appointment', html: '<p>Please come on Monday, the blood values are there.</p>' },
  { subject: 'Blood values', html: '<p>Ferritin is fine.</p>' },
  { subject: '東京のお知らせ', html: '<p>京都に行きます。</p>' },
];

async function aReader(address: string, device: BrowserContextOptions): Promise<Page> {
  const call = await staffCall(journey.product);
  for (const message of messages) await call(sendMessage, aMessage({ recipients: [{ address, kind: 'to' }], ...message }));
  const reader = await journey.person(device);
  await enterByLink(reader, journey.product, address);
  await readBody(reader);
  await reader.goto(`${journey.product.origin}/portal/inbox`);
  await reader.getByRole('link', { name: /Your appointment/ }).waitFor();
  return reader;
}

async function searchFor(reader: Page, words: string): Promise<void> {
  await reader.getByRole('searchbox', { name: 'Search messages' }).fill(words);
  await reader.keyboard.press('Enter');
}

const isScrolledSideways = (reader: Page) =>
  reader.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('at a desk: words, options, a message, back to the results, nothing found, and no word in the address', async () => {
  const reader = await aReader('finder@client.example', DESK);
  await searchFor(reader, 'blood');
  await reader.getByText('2 messages found').waitFor();
  expect(reader.url()).not.toContain('blood');
  await reader.getByRole('link', { name: /Your appointment/ }).click();
  expect(await readBody(reader)).toContain('Monday');
  expect(await findBarriers(reader)).toEqual([]);
  await reader.goBack();
  await reader.reload();
  await reader.getByText('2 messages found').waitFor();
  expect(await findBarriers(reader)).toEqual([]);

  await reader.getByRole('button', { name: 'More options...' }).click();
  await reader.getByLabel('Subject').fill('blo');
  expect(await findBarriers(reader)).toEqual([]);
  await reader.getByRole('button', { name: 'Search', exact: true }).click();
  await reader.getByText('1 message found').waitFor();
  await searchFor(reader, '京都');
  await reader.getByText('Nothing found').waitFor();
  await reader.getByRole('link', { name: 'Clear the search' }).click();
  await searchFor(reader, '<img src=x onerror="window.hurt=1">');
  await reader.getByText('<img src=x onerror="window.hurt=1">').waitFor();
  expect(await reader.evaluate(() => 'hurt' in window)).toBe(false);
  await searchFor(reader, 'a');
  await reader.getByText('There is no word to search for.').waitFor();
  await searchFor(reader, 'word '.repeat(2000));
  await reader.getByRole('alert').waitFor();
  await reader.getByRole('button', { name: 'Try again' }).waitFor({ state: 'detached' });
  await searchFor(reader, 'blood OR -values $ne:{} (');
  await reader.getByText('Nothing found').waitFor();
  await searchFor(reader, 'are there the');
  await reader.getByText('1 message found').waitFor();
  await searchFor(reader, '京都');
  await reader.getByRole('link', { name: /東京/ }).waitFor();
}, 120_000);

test('on a phone: the search opens by its key as by its icon, and the way back leads to the results', async () => {
  const reader = await aReader('finder-phone@client.example', { ...PHONE, colorScheme: 'dark' });
  await reader.keyboard.press('/');
  await reader.getByRole('searchbox', { name: 'Search messages' }).and(reader.locator(':focus')).waitFor();
  await searchFor(reader, 'ferritin');
  await reader.getByText('1 message found').waitFor();
  expect(await findBarriers(reader)).toEqual([]);
  expect(await isScrolledSideways(reader)).toBe(false);
  await reader.getByRole('link', { name: /Blood values/ }).click();
  expect(await readBody(reader)).toContain('Ferritin');
  await reader.getByRole('button', { name: 'Back to search results' }).click();
  await reader.getByText('1 message found').waitFor();
  await reader.getByRole('button', { name: 'More options...' }).click();
  await reader.getByLabel('Attachment name').waitFor();
  expect(await isScrolledSideways(reader)).toBe(false);
  expect(journey.pageErrors).toEqual([]);
}, 120_000);
