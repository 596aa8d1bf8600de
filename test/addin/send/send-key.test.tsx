import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { outlookProfiles } from '../../../demo/outlook/outlook-profile.ts';
import { outgoingMessage } from '../../../addin/send/outgoing-message.ts';
import {
  forgetSendKey,
  keepInBrowser,
  keepWithDraft,
  keyOfContent,
  keyOfDraft,
  newSendKey,
} from '../../../addin/send/send-key.ts';
import { placeFakeOffice } from '../../support/place-fake-office.ts';

const message = (subject = 'Scan') =>
  outgoingMessage({
    from: { name: '', address: 'alex@harbour.example' },
    recipients: [],
    subject,
    html: '<p>See you at nine.</p>',
    attachments: [],
    inReplyTo: null,
  });
const noted = async (subject?: string) => keyOfContent(await message(subject), new AbortController().signal);
const refuse = () => Promise.reject(new Error('no'));
const YEAR_MS = 365 * 86_400_000;

beforeEach(() => localStorage.clear());
afterEach(() => void jest.useRealTimers());

test('the key of a send stays with the draft until it is forgotten', async () => {
  const outlook = placeFakeOffice();
  expect(await keyOfDraft()).toBeNull();
  const key = newSendKey();
  await keepWithDraft(key);
  expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(Object.values(outlook.draft().customProperties)).toEqual([key]);
  expect(await keyOfDraft()).toBe(key);
  await forgetSendKey(key);
  expect(await keyOfDraft()).toBeNull();
});

test.each<[string, Parameters<typeof placeFakeOffice>[0]]>([
  ['loading', { answers: { loadCustomPropertiesAsync: refuse } }],
  ['saving', { answers: { 'customProperties.saveAsync': refuse } }],
  ['telling it before the draft was closed', { profile: outlookProfiles.classic }],
])('where Outlook fails at %s, the browser keeps the key for this very content', async (_what, outlook) => {
  placeFakeOffice(outlook);
  const key = newSendKey();
  await keepWithDraft(key);
  await keepInBrowser(key, await message(), []);
  expect([await keyOfDraft(), await noted(), await noted('another draft')]).toEqual([null, key, null]);
  await forgetSendKey(key);
  expect(await noted()).toBeNull();
  expect(localStorage).toHaveLength(0);
});

test('a key is kept in the browser no longer than the server can know it', async () => {
  jest.useFakeTimers({ doNotFake: ['setTimeout'] });
  placeFakeOffice();
  localStorage.setItem('sealpost.send-key.of-an-older-pane', newSendKey());
  await keepInBrowser(newSendKey(), await message('old'), []);
  jest.setSystemTime(Date.now() + YEAR_MS - 1000);
  await keepInBrowser(newSendKey(), await message('recent'), []);
  expect(localStorage).toHaveLength(2);
  jest.setSystemTime(Date.now() + 2000);
  await keepInBrowser(newSendKey(), await message('new'), []);
  expect([await noted('old'), await noted('recent'), await noted('new')]).toEqual([null, expect.any(String), expect.any(String)]);
  expect(localStorage).toHaveLength(2);
});

test('a browser that denies its storage is no failure', async () => {
  placeFakeOffice({ answers: { loadCustomPropertiesAsync: refuse } });
  const storage = jest.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const key = newSendKey();
  await keepWithDraft(key);
  await keepInBrowser(key, await message(), []);
  expect([await keyOfDraft(), await noted()]).toEqual([null, null]);
  await expect(forgetSendKey(key)).resolves.toBeUndefined();
  storage.mockRestore();
});
