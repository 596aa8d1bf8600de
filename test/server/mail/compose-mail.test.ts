import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { deliverDueMail } from '../../../server/mail/deliver-due-mail.ts';
import { sealMailSecret } from '../../../server/security/mail-secret.ts';
import { insertUnlessKnown } from '../../../server/store/accounts.ts';
import { type OutboxDocument, oweMail } from '../../../server/store/outbox.ts';
import { useMailWorld } from '../../support/mail-world.ts';

const world = useMailWorld();
const address = 'pat@client.example';
const MINUTE_MS = 60_000;

async function anAccount(): Promise<void> {
  const { wrapped } = await world.context.keys.newDataKey('pat');
  await insertUnlessKnown({
    _id: 'pat',
    address,
    name: '',
    passwordHash: null,
    temporaryPassword: null,
    enrolledAt: null,
    key: wrapped,
    createdAt: world.now,
    deletedAt: null,
  });
}

async function oweSecret(kind: 'code' | 'password-link', secret: string): Promise<void> {
  const sealed = await sealMailSecret('a', secret, world.context.keys);
  const secretEndsAt = new Date(world.now.getTime() + 10 * MINUTE_MS);
  await oweMail({ _id: 'a', kind, route: 'relay', address, reason: 'requested', secretEndsAt, ...sealed }, world.now);
}

const rows = () => mongoose.connection.collection<OutboxDocument>('outbox');

test('a code is shown in two groups of four, with its end, and leaves no trace in the database', async () => {
  await anAccount();
  await oweSecret('code', '48219930');
  await deliverDueMail(world.context);
  const [sunk] = world.sink.mails;
  for (const part of [sunk?.mail.text, sunk?.mail.html]) {
    expect(part).toContain('4821 9930');
    expect(part).toContain('until 09:10 UTC');
  }
  expect(sunk?.mail.subject).not.toMatch(/\d/);
  expect(sunk?.mail.headers.filter(({ key }) => key === 'auto-submitted')).toHaveLength(1);
  expect(await rows().findOne({ sealedSecret: { $exists: true } })).toBeNull();
});

test('a set-password link carries its secret behind the # of an address of ours', async () => {
  await anAccount();
  await oweSecret('password-link', 'q8VZ1Y2m3N4p5R6s7T8u9w');
  await deliverDueMail(world.context);
  const { text = '', html = '' } = world.sink.mails[0]?.mail ?? {};
  expect(text).toContain('https://secure.harbour.example/portal/password#q8VZ1Y2m3N4p5R6s7T8u9w\n');
  expect(html).toContain('href="https://secure.harbour.example/portal/password#q8VZ1Y2m3N4p5R6s7T8u9w"');
  expect(text).toContain('because a new password was requested for this address');
});

test('an address without an account gets no mail, and its secret is erased', async () => {
  await oweSecret('password-link', 'q8VZ1Y2m3N4p5R6s7T8u9w');
  await deliverDueMail(world.context);
  expect(world.sink.mails).toEqual([]);
  const row = await rows().findOne({ _id: 'a' });
  expect(row?.state).toBe('cancelled');
  expect(row).not.toHaveProperty('sealedSecret');
});

test('a code past its end is never sent', async () => {
  await anAccount();
  await oweSecret('code', '48219930');
  world.now = new Date(world.now.getTime() + 10 * MINUTE_MS);
  await deliverDueMail(world.context);
  expect(world.sink.mails).toEqual([]);
  expect(await rows().findOne({ _id: 'a' })).toMatchObject({ state: 'cancelled' });
});

test('the notice of a changed password says when, and holds no password', async () => {
  await oweMail({ _id: 'password-changed:x', kind: 'password-changed', route: 'relay', address }, world.now);
  await deliverDueMail(world.context);
  const { subject, text } = world.sink.mails[0]?.mail ?? {};
  expect(subject).toBe('Your password for Harbour Clinic was changed');
  expect(text).toContain(`The password for ${address} was changed on 22 November 2026 at 09:00 UTC.`);
});

test.each([
  ['staff learn the subject', { kind: 'staff', address: 'alex@harbour.example' }, true],
  ['an account does not: that mail leaves the organisation', { kind: 'account', address }, false],
] as const)('of a delivery that failed %s', async (_who, author, isNamed) => {
  const gone = 'gone@client.example';
  const message = await world.aMessage({ author, recipients: [{ address: gone }] });
  const { deliveryId = '' } = message.recipients[0] ?? {};
  const route = author.kind === 'staff' ? 'organisation' : 'relay';
  await oweMail(
    { _id: 'f', kind: 'delivery-failed', route, address: author.address, messageId: message._id, deliveryId },
    world.now,
  );
  await deliverDueMail(world.context);
  const { to, mail } = world.sink.mails[0] ?? {};
  expect(to).toEqual([author.address]);
  expect(mail?.subject).toBe(`Not delivered to ${gone}`);
  expect(mail?.text?.includes('Your scan results')).toBe(isNamed);
  expect(mail?.text).not.toContain('All is well');
});

test('a mail of a kind that only a newer server knows waits for that one', async () => {
  await oweMail({ _id: 'a', kind: 'of tomorrow' as never, route: 'relay', address }, world.now);
  await deliverDueMail(world.context);
  expect(world.sink.mails).toEqual([]);
  expect(await rows().findOne({ _id: 'a' })).toMatchObject({ state: 'due', lastError: 'unexpected', leaseId: null });
});
