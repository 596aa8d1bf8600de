import { beforeEach, expect, jest, test } from '@jest/globals';
import { outlookProfiles } from '../../../demo/outlook/outlook-profile.ts';
import { outgoingMessage } from '../../../addin/send/outgoing-message.ts';
import { forgetSendKey, keepSendKey, newSendKey, unresolvedSendKey } from '../../../addin/send/send-key.ts';
import { placeFakeOffice } from '../../support/place-fake-office.ts';

const message = (subject = 'Scan') =>
  outgoingMessage({
    from: { name: '', address: 'alex@harbour.example' },
    recipients: [],
    subject,
    html: '<p>See <img src="data:image/png;base64,AAAA"></p>',
    attachments: [],
    inReplyTo: null,
  });
const refuse = () => Promise.reject(new Error('no'));

beforeEach(() => localStorage.clear());

test('the key of a send stays with the draft until it is forgotten', async () => {
  const outlook = placeFakeOffice();
  expect(await unresolvedSendKey(await message())).toBeNull();
  const key = newSendKey();
  await keepSendKey(key, await message());
  expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(Object.values(outlook.draft().customProperties)).toEqual([key]);
  expect(await unresolvedSendKey(await message('changed meanwhile'))).toBe(key);
  await forgetSendKey(key);
  expect(await unresolvedSendKey(await message())).toBeNull();
});

test.each(['loadCustomPropertiesAsync', 'customProperties.saveAsync'])(
  'where Outlook keeps nothing (%s), the browser keeps the key for this very content',
  async (member) => {
    placeFakeOffice({ answers: { [member]: refuse } });
    const key = newSendKey();
    await keepSendKey(key, await message());
    expect(await unresolvedSendKey(await message())).toBe(key);
    expect(await unresolvedSendKey(await message('another draft'))).toBeNull();
    await forgetSendKey(key);
    expect(await unresolvedSendKey(await message())).toBeNull();
    expect(localStorage).toHaveLength(0);
  },
);

test('classic Outlook tells what it keeps only after closing, so the browser keeps the key as well', async () => {
  placeFakeOffice({ profile: outlookProfiles.classic });
  const key = newSendKey();
  await keepSendKey(key, await message());
  expect(await unresolvedSendKey(await message())).toBe(key);
  await forgetSendKey(key);
  expect(await unresolvedSendKey(await message())).toBeNull();
  expect(localStorage).toHaveLength(0);
});

test('a browser that denies its storage is no failure', async () => {
  placeFakeOffice({ answers: { loadCustomPropertiesAsync: refuse } });
  const storage = jest.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  const key = newSendKey();
  await keepSendKey(key, await message());
  expect(await unresolvedSendKey(await message())).toBeNull();
  await expect(forgetSendKey(key)).resolves.toBeUndefined();
  storage.mockRestore();
});
