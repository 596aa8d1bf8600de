import { beforeEach, expect, test } from '@jest/globals';
import { outgoingMessage } from '../../../addin/send/outgoing-message.ts';
import { forgetSendKey, newSendKey, unresolvedSendKey } from '../../../addin/send/send-key.ts';
import { placeFakeOffice } from '../../support/place-fake-office.ts';

const message = (subject = 'Scan') =>
  outgoingMessage({ from: { name: '', address: 'alex@harbour.example' }, recipients: [], subject, html: '', attachments: [] });

beforeEach(() => localStorage.clear());

test('the key of a send stays with the draft until it is forgotten', async () => {
  const outlook = placeFakeOffice();
  expect(await unresolvedSendKey(await message())).toBeNull();
  const key = await newSendKey(await message());
  expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(Object.values(outlook.draft().customProperties)).toEqual([key]);
  expect(await unresolvedSendKey(await message('changed meanwhile'))).toBe(key);
  await forgetSendKey(await message());
  expect(await unresolvedSendKey(await message())).toBeNull();
});

test('where Outlook keeps nothing, the browser keeps the key for this very content', async () => {
  const refuse = () => Promise.reject(new Error('no'));
  placeFakeOffice({ answers: { loadCustomPropertiesAsync: refuse } });
  const key = await newSendKey(await message());
  expect(await unresolvedSendKey(await message())).toBe(key);
  expect(await unresolvedSendKey(await message('another draft'))).toBeNull();
  await forgetSendKey(await message());
  expect(await unresolvedSendKey(await message())).toBeNull();
});
