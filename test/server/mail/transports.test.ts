import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { deliverDueMail } from '../../../server/mail/deliver-due-mail.ts';
import { type OutboxDocument, oweMail } from '../../../server/store/outbox.ts';
import { localhostCertificate } from '../../support/localhost-certificate.ts';
import { openMailSink } from '../../support/mail-sink.ts';
import { useMailWorld } from '../../support/mail-world.ts';

const world = useMailWorld();
const trustedBefore = getCACertificates('default');

afterEach(() => setDefaultCACertificates(trustedBefore));

/** What becomes of one mail towards a relay that must use TLS and offers this. */
async function sendTo(startTls: 'absent' | 'offered' | 'broken', host = 'localhost') {
  const sink = await openMailSink({ startTls });
  const context = world.anotherContext({ RELAY_SMTP_URL: `smtp://${host}:${sink.port}`, RELAY_SMTP_TLS: 'required' });
  await oweMail({ _id: 'a', kind: 'password-changed', route: 'relay', address: 'pat@client.example' }, world.now);
  await deliverDueMail(context);
  await sink.close();
  const row = await mongoose.connection.collection<OutboxDocument>('outbox').findOne({ _id: 'a' });
  return { state: row?.state, encrypted: sink.mails.map(({ isEncrypted }) => isEncrypted) };
}

test('a relay whose certificate is trusted gets the mail encrypted', async () => {
  setDefaultCACertificates([localhostCertificate.cert]);
  expect(await sendTo('offered')).toEqual({ state: 'sent', encrypted: [true] });
});

test('a relay whose certificate is not trusted gets nothing', async () => {
  expect(await sendTo('offered')).toEqual({ state: 'due', encrypted: [] });
});

test('a relay whose certificate is for another name gets nothing', async () => {
  setDefaultCACertificates([localhostCertificate.cert]);
  expect(await sendTo('offered', '127.0.0.1')).toEqual({ state: 'due', encrypted: [] });
});

test('a relay that offers no TLS gets nothing', async () => {
  expect(await sendTo('absent')).toEqual({ state: 'due', encrypted: [] });
});

test('a relay whose TLS is broken or too old gets nothing', async () => {
  setDefaultCACertificates([localhostCertificate.cert]);
  expect(await sendTo('broken')).toEqual({ state: 'due', encrypted: [] });
});

test('TLS can be left out towards this machine only', () => {
  const settings = { RELAY_SMTP_URL: 'smtp://relay.harbour.example:25', RELAY_SMTP_TLS: 'none' };
  expect(() => world.anotherContext(settings)).toThrow('only for a relay on this machine');
});

test('a closed route takes no further mail', async () => {
  const context = world.anotherContext();
  context.transports.close();
  await oweMail({ _id: 'a', kind: 'password-changed', route: 'relay', address: 'pat@client.example' }, world.now);
  expect(await deliverDueMail(context)).toBe(0);
  expect(await deliverDueMail(world.context)).toBe(1);
});

test('mails to the world are signed where a DKIM key is configured, mails inside the organisation never', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'dkim-'));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(path.join(folder, 'dkim.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const dkim = { DKIM_DOMAIN: 'harbour.example', DKIM_SELECTOR: 'mail', DKIM_KEY_FILE: path.join(folder, 'dkim.pem') };
  const context = world.anotherContext(dkim);
  for (const route of ['relay', 'organisation'] as const)
    await oweMail({ _id: route, kind: 'password-changed', route, address: `${route}@client.example` }, world.now);
  await deliverDueMail(context);
  const signed = (address: string) => world.sink.mailsTo(address)[0]?.mail.headers.some(({ key }) => key === 'dkim-signature');
  expect([signed('relay@client.example'), signed('organisation@client.example')]).toEqual([true, false]);
  await rm(folder, { recursive: true });
});

test.each([{ path: import.meta.filename }, { href: 'http://127.0.0.1:1/' }])(
  'no mail takes what it holds from a file or an address (%j)',
  async (source) => {
    const mail = { from: 'a@harbour.example', to: 'pat@client.example', attachments: [source] };
    await expect(world.context.transports.relay.send(mail)).rejects.toThrow(/access rejected/i);
    await expect(world.context.transports.organisation.send({ ...mail, attachments: [], html: source })).rejects.toThrow(
      /access rejected/i,
    );
    expect(world.sink.mails).toEqual([]);
  },
);
