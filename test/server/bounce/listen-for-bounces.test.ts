import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { createTransport } from 'nodemailer';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { type BounceListener, listenForBounces } from '../../../server/bounce/listen-for-bounces.ts';
import { openMessage } from '../../../contract/mailbox.ts';
import { oweReminders } from '../../../server/expire/owe-reminders.ts';
import { purgeMessages } from '../../../server/expire/purge-messages.ts';
import { aReport, brokenReports } from '../../support/delivery-report.ts';
import { localhostCertificate } from '../../support/localhost-certificate.ts';
import { aKey, aMessage, enrol, signedIn, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, MINUTE } from '../../support/test-clock.ts';

const app = useApp({ BOUNCE_ADDRESS: 'bounce@bounces.harbour.example', BOUNCE_SMTP_PORT: '0', BOUNCE_SMTP_HOST: '127.0.0.1' });
let listener: BounceListener;

beforeAll(async () => {
  listener = (await listenForBounces(app.context))!;
});
afterAll(() => listener.close());

/** Hands a mail to the listener as another mail server does; answers the status it gets. */
async function report(source: string | Buffer, to: string, port = listener.port): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, allowInternalNetworkInterfaces: true });
  try {
    await transport.sendMail({ envelope: { from: '', to: [to] }, raw: source });
    return 250;
  } catch (error) {
    return (error as { responseCode?: number }).responseCode ?? 0;
  } finally {
    transport.close();
  }
}

/** A message sent to somebody new, its mail's envelope sender, and what its sender is told. */
async function aSentMessage() {
  const address = `${aKey().toLowerCase()}@client.example`;
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await app.work();
  const told = async () => (await app.staff().call(track.readSent, { messageId })).recipients[0]!;
  const returnPath = app.sink.mailsTo(address)[0]?.from ?? '';
  const failures = () => app.sink.mails.filter(({ mail }) => mail.subject === `Not delivered to ${address}`);
  return { messageId, address, returnPath, told, failures, deliveryId: (await told()).deliveryId };
}

const stored = async () => JSON.stringify(await mongoose.connection.collection('messages').find().sort({ _id: 1 }).toArray());

test('what another mail server could not deliver is shown with its reason, and its sender is told once', async () => {
  const { returnPath, told, failures, address } = await aSentMessage();
  expect(returnPath).toMatch(/^bounce\+[a-z2-7]{45}@bounces\.harbour\.example$/);
  expect(await report(aReport({ to: returnPath, status: '5.2.2' }), returnPath)).toBe(250);
  expect(await told()).toMatchObject({
    notifiedAt: expect.any(String),
    bouncedAt: expect.any(String),
    bounceReason: 'mailbox-full',
  });
  const first = (await told()).bouncedAt;
  app.clock.advance(DAY);
  for (const again of ['5.1.1', '5.2.2']) await report(aReport({ status: again }), returnPath.toUpperCase());
  await Promise.all([report(aReport(), returnPath), report(aReport(), returnPath)]);
  await app.work();
  expect(await told()).toMatchObject({ bouncedAt: first, bounceReason: 'mailbox-full' });
  expect(failures().map(({ to }) => to)).toEqual([['alex@harbour.example']]);
  expect(textOf(failures()[0]!)).toContain('The mailbox is full.');
  expect(app.log.join('')).not.toContain(address);
});

test('a delay is shown as a delay, until it is a failure', async () => {
  const { returnPath, told, failures } = await aSentMessage();
  await report(aReport({ action: 'delayed', status: '4.4.1' }), returnPath);
  expect(await told()).toMatchObject({ delayedAt: app.clock.now().toISOString(), bouncedAt: null });
  await app.work();
  expect(failures()).toEqual([]);
  await report(aReport({ status: '4.4.7' }), returnPath);
  expect(await told()).toMatchObject({ delayedAt: null, bouncedAt: expect.any(String), bounceReason: 'not-reachable' });
});

test('a notification sent again can fail again, and is told again', async () => {
  const { returnPath, told, failures, messageId, deliveryId, address } = await aSentMessage();
  await report(aReport(), returnPath);
  await app.work();
  await app.staff().call(track.sendAgain, { messageId, deliveryId });
  await app.work();
  await report(aReport(), returnPath);
  expect(await told()).toMatchObject({ bouncedAt: null });
  const second = app.sink.mailsTo(address).at(-1)?.from ?? '';
  expect(second).not.toBe(returnPath);
  app.clock.advance(1000);
  await report(aReport({ status: '5.7.1' }), second);
  await app.work();
  expect(await told()).toMatchObject({ bounceReason: 'refused' });
  expect(failures()).toHaveLength(2);
});

test('a late failure of a mail after which another was sent says nothing of a recipient who has opened the message', async () => {
  const [opened, unopened] = [await aSentMessage(), await aSentMessage()];
  app.clock.advance(2 * MINUTE);
  for (const { messageId, deliveryId } of [opened, unopened]) await app.staff().call(track.sendAgain, { messageId, deliveryId });
  await app.work();
  await enrol(app, opened.deliveryId, opened.address);
  await (await signedIn(app, opened.address)).call(openMessage, { deliveryId: opened.deliveryId });
  for (const { address } of [opened, unopened]) {
    const [first, second] = app.sink.mailsTo(address).map(({ from }) => from);
    for (const from of address === opened.address ? [first, second] : [second, first]) await report(aReport(), from ?? '');
  }
  await app.work();
  expect(await opened.told()).toMatchObject({ bouncedAt: null, firstOpenedAt: expect.any(String) });
  expect(await unopened.told()).toMatchObject({ bouncedAt: expect.any(String) });
  expect([opened, unopened].map(({ failures }) => failures().length)).toEqual([0, 1]);
});

test('a reminder that another mail server could not deliver is told, unless the message was opened or nobody was reached before', async () => {
  const [waiting, opened, unreached] = [await aSentMessage(), await aSentMessage(), await aSentMessage()];
  await report(aReport(), unreached.returnPath);
  app.clock.advance(28 * DAY);
  await oweReminders(app.context);
  await app.work();
  await enrol(app, opened.deliveryId, opened.address);
  await (await signedIn(app, opened.address)).call(openMessage, { deliveryId: opened.deliveryId });
  for (const { address } of [waiting, opened, unreached]) {
    const reminder = app.sink.mailsTo(address).find(({ mail }) => mail.subject?.startsWith('Reminder'));
    for (let twice = 1; twice <= 2; twice += 1) await report(aReport({ status: '5.2.2' }), reminder?.from ?? '');
  }
  await app.work();
  expect(await waiting.told()).toMatchObject({ bounceReason: 'mailbox-full' });
  expect(textOf(waiting.failures()[0]!)).toContain('the reminder could not be delivered');
  expect(await opened.told()).toMatchObject({ bouncedAt: null });
  expect([waiting, opened, unreached].map(({ failures }) => failures().length)).toEqual([1, 0, 1]);
});

test('a report about a message taken back or purged meanwhile changes nothing', async () => {
  const [recalled, purged] = [await aSentMessage(), await aSentMessage()];
  for (const { messageId } of [recalled, purged]) await app.staff().call(track.recallMessage, { messageId, deliveryIds: null });
  await app.work();
  const untouched = await stored();
  expect(await report(aReport(), recalled.returnPath)).toBe(250);
  expect(await report(aReport({ action: 'delayed' }), recalled.returnPath)).toBe(250);
  expect(await stored()).toBe(untouched);
  app.clock.advance(31 * DAY);
  await purgeMessages(app.context);
  expect(await report(aReport(), purged.returnPath)).toBe(250);
  await app.work();
  expect([await recalled.told(), await purged.told()]).toMatchObject([{ bouncedAt: null }, { bouncedAt: null }]);
  expect([...recalled.failures(), ...purged.failures()]).toEqual([]);
});

test('broken, hostile and repeated reports change nothing, and the listener goes on', async () => {
  const { returnPath, told } = await aSentMessage();
  const untouched = await stored();
  for (const [, source] of brokenReports(returnPath)) expect([250, 552, 0]).toContain(await report(source, returnPath));
  expect(await report(aReport({ fields: 'x'.repeat(300_000) }), returnPath)).toBe(552);
  expect(await stored()).toBe(untouched);
  await report(aReport(), returnPath);
  expect(await told()).toMatchObject({ bounceReason: 'unknown-address' });
});

test('mail for anybody else is refused before it is sent: forged tokens, other addresses, other domains', async () => {
  const { returnPath } = await aSentMessage();
  const forged = returnPath.replace(/.@/, (last) => (last === 'q@' ? 'a@' : 'q@'));
  const others = ['pat@client.example', 'bounce@bounces.harbour.example', returnPath.replace('@bounces.', '@')];
  for (const to of [forged, ...others]) expect(await report(aReport({ to: returnPath }), to)).toBe(550);
});

test('the report of a mail that stands for nothing a sender sees, as one with a code, changes nothing', async () => {
  const { returnPath } = await aSentMessage();
  const copy = app.sink.mailsTo('alex@harbour.example').findLast(({ mail }) => mail.subject?.startsWith('[Secure]'));
  expect(copy?.from).not.toBe(returnPath);
  const untouched = await stored();
  expect(await report(aReport(), copy?.from ?? '')).toBe(250);
  expect(await stored()).toBe(untouched);
});

test('a connection that is cut in the middle of a mail takes nothing down', async () => {
  const { returnPath, told } = await aSentMessage();
  const socket = connect(listener.port, '127.0.0.1');
  await once(socket, 'data');
  for (const line of ['EHLO x', 'MAIL FROM:<>', `RCPT TO:<${returnPath}>`, 'DATA']) {
    socket.write(`${line}\r\n`);
    await once(socket, 'data');
  }
  socket.write(aReport().slice(0, 400));
  socket.destroy();
  await report(aReport(), returnPath);
  expect(await told()).toMatchObject({ bounceReason: 'unknown-address' });
});

test('with a certificate the listener offers an encrypted connection', async () => {
  const { returnPath, told } = await aSentMessage();
  const config = { ...app.context.config, bounceTls: localhostCertificate };
  const encrypted = (await listenForBounces({ ...app.context, config }))!;
  const { port } = encrypted;
  const tls = { ca: localhostCertificate.cert, servername: 'localhost' };
  const transport = createTransport({ host: '127.0.0.1', port, requireTLS: true, tls, allowInternalNetworkInterfaces: true });
  await transport.sendMail({ envelope: { from: '', to: [returnPath] }, raw: aReport() });
  transport.close();
  await encrypted.close();
  expect(await told()).toMatchObject({ bounceReason: 'unknown-address' });
});
