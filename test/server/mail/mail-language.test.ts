import { beforeEach, expect, test } from '@jest/globals';
import * as account from '../../../contract/account.ts';
import * as passwords from '../../../contract/passwords.ts';
import { type Call, createCall } from '../../../contract/call.ts';
import * as send from '../../../contract/send.ts';
import { changeSettings } from '../../../contract/settings.ts';
import { mailLanguage } from '../../../server/mail/mail-language.ts';
import type { Client } from '../../support/client.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import type { SunkMail } from '../../support/mail-sink.ts';
import { aKey, aMessage, aMessageReceived, codeOf, linkOf, PASSWORD, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
beforeEach(forgetThrottles);

/** What the pages of a client do that speak German. */
const inGerman = (client: Client): Call =>
  createCall({
    origin: '',
    headers: async () => ({ 'accept-language': 'de' }),
    fetch: (path, { signal: _signal, ...request }) => client.fetch(path, request),
  });

function newestTo(address: string) {
  const newest = app.sink.mailsTo(address).at(-1);
  if (!newest) throw new Error('no mail came');
  return newest;
}

const languageOf = ({ mail }: SunkMail) => mail.headers.find(({ key }) => key === 'content-language')?.value;

async function notify(address: string) {
  await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await app.work();
  return newestTo(address);
}

test('who reads German pages gets German mails from then on, who has never been here those of the organisation', async () => {
  const address = `${aKey().toLowerCase()}@client.example`;
  const first = await notify(address);
  expect(first.mail.subject).toBe('Secure message from Alex Morgan');
  expect(languageOf(first)).toBe('en');
  const deliveryId = linkOf(app, address);
  const call = inGerman(app.visitor());
  await call(account.requestCode, { deliveryId });
  await app.work();
  expect(newestTo(address).mail.subject).toBe('Ihr Code für Harbour Clinic');
  await call(passwords.createPassword, {
    proof: { kind: 'code', deliveryId, code: codeOf(app, address) },
    newPassword: PASSWORD,
  });
  const next = await notify(address);
  expect(next.mail.subject).toBe('Sichere Nachricht von Alex Morgan');
  expect(languageOf(next)).toBe('de');
  expect(next.mail.html).toContain('<html lang="de">');
  expect(textOf(next)).toMatch(/Sie ist bis \d{1,2}\. \p{L}+ \d{4} lesbar\./u);
  expect(textOf(next)).not.toMatch(/\b(?:the|your|message|read)\b/i);
});

test('signing in on English pages brings English mails back', async () => {
  const address = `${aKey().toLowerCase()}@client.example`;
  await notify(address);
  const deliveryId = linkOf(app, address);
  const call = inGerman(app.visitor());
  await call(account.requestCode, { deliveryId });
  await app.work();
  await call(passwords.createPassword, {
    proof: { kind: 'code', deliveryId, code: codeOf(app, address) },
    newPassword: PASSWORD,
  });
  const visitor = app.visitor();
  const signIn = (language: string) =>
    visitor.fetch(account.signIn.path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ address, password: PASSWORD }),
    });
  expect((await signIn('fr, en-GB;q=0.8, de;q=0.5')).status).toBe(201);
  expect((await notify(address)).mail.subject).toBe('Secure message from Alex Morgan');
});

test('what was chosen in the settings goes before, and the organisation chooses for staff and for whoever is new', async () => {
  const { address, recipient } = await aMessageReceived(app);
  await recipient.call(changeSettings, { language: 'de' });
  expect((await notify(address)).mail.subject).toBe('Sichere Nachricht von Alex Morgan');
  const inGermany = { ...app.context.config, DEFAULT_LANGUAGE: 'de' } as const;
  expect(await mailLanguage({ route: 'organisation', address: 'alex@harbour.example' }, inGermany)).toBe('de');
  expect(await mailLanguage({ route: 'relay', address: 'new@client.example' }, inGermany)).toBe('de');
});
