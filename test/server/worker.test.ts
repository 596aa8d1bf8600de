import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as send from '../../contract/send.ts';
import { issueCode } from '../../server/security/codes.ts';
import { oweMail } from '../../server/store/outbox.ts';
import { startWorker, sweep, type Worker } from '../../server/worker.ts';
import { aKey, aMessage } from '../support/story.ts';
import { useApp } from '../support/test-app.ts';
import { HOUR } from '../support/test-clock.ts';

const app = useApp();
const workers: Worker[] = [];
const aWorker = () => {
  // Stopping closes the worker's connections to the mail servers; the app keeps its own.
  const worker = startWorker({ ...app.context, transports: { ...app.context.transports, close: () => undefined } });
  workers.push(worker);
  return worker;
};
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
});

async function send1(address = `${aKey().toLowerCase()}@client.example`): Promise<string> {
  await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  return address;
}
async function until(isDone: () => boolean | Promise<boolean>, seconds = 15): Promise<void> {
  for (const giveUpAt = performance.now() + seconds * 1000; performance.now() < giveUpAt; await wait(20))
    if (await isDone()) return;
  throw new Error('it did not come true');
}
const warnings = () => app.log.filter((line) => line.includes('a step of the worker failed'));

test('what is accepted is notified without anybody asking, at once when woken', async () => {
  const worker = aWorker();
  await until(() => true);
  const address = await send1();
  worker.wake();
  await until(() => app.sink.mailsTo(address).length === 1);
});

test('two workers on one database send each mail once', async () => {
  const addresses: string[] = [];
  for (let count = 0; count < 12; count += 1) addresses.push(await send1());
  const [first, second] = [aWorker(), aWorker()];
  for (let round = 0; round < 10; round += 1) {
    first.wake();
    second.wake();
    await wait(20);
  }
  await until(() => addresses.every((address) => app.sink.mailsTo(address).length > 0));
  await wait(500);
  expect(addresses.map((address) => app.sink.mailsTo(address).length)).toEqual(addresses.map(() => 1));
});

test('more messages that cannot be read than are looked at in one go do not hold up the one behind them', async () => {
  const broken = await Promise.all(Array.from({ length: 60 }, () => send1()));
  const messages = mongoose.connection.collection('messages');
  await messages.updateMany({ 'recipients.address': { $in: broken } }, { $set: { sealedContent: Buffer.alloc(100) } });
  const whole = await send1();
  await app.work();
  expect(app.sink.mailsTo(whole)).toHaveLength(1);
  await messages.deleteMany({ 'recipients.address': { $in: broken } });
});

test('a message that cannot be read does not hold up the others, and is tried again', async () => {
  const [broken, whole] = [await send1(), await send1()];
  const messages = mongoose.connection.collection('messages');
  const message = await messages.findOne({ 'recipients.address': broken });
  await messages.updateOne({ _id: message?._id as never }, { $set: { sealedContent: Buffer.alloc(100) } });
  const before = warnings().length;
  aWorker().wake();
  await until(() => app.sink.mailsTo(whole).length === 1);
  await until(() => warnings().length >= before + 2);
  expect(app.sink.mailsTo(broken)).toHaveLength(0);
  await messages.updateOne({ _id: message?._id as never }, { $set: { sealedContent: message?.['sealedContent'] as Buffer } });
  await until(() => app.sink.mailsTo(broken).length === 1);
});

test('a sweep of uploads that fails does not keep ended secrets alive', async () => {
  const address = `${aKey().toLowerCase()}@client.example`;
  await issueCode(address, app.context);
  app.clock.advance(HOUR);
  const messages = mongoose.connection.collection('messages');
  const indexes = (await messages.indexes()).filter((index) => index.name === 'pending');
  await messages.dropIndex('pending');
  const before = warnings().length;
  await sweep(app.context);
  expect(warnings().length).toBe(before + 1);
  expect(await mongoose.connection.collection('codes').countDocuments({ address })).toBe(0);
  for (const { key, name, partialFilterExpression } of indexes)
    await messages.createIndex(key, { name: name ?? '', ...(partialFilterExpression ? { partialFilterExpression } : {}) });
});

test('a mail owed an hour ahead, by a clock that was set back since, leaves after the next sweep', async () => {
  const address = `${aKey().toLowerCase()}@client.example`;
  const inAnHour = new Date(app.clock.now().getTime() + HOUR);
  await oweMail({ _id: aKey(), kind: 'password-changed', route: 'relay', address }, inAnHour);
  await app.work();
  expect(app.sink.mailsTo(address)).toHaveLength(0);
  await sweep(app.context);
  await app.work();
  expect(app.sink.mailsTo(address)).toHaveLength(1);
});

test('stopping lets the mail under way end and begins nothing new', async () => {
  app.sink.faults.slowMs = 600;
  const address = await send1();
  const worker = aWorker();
  worker.wake();
  await until(
    async () => (await mongoose.connection.collection('outbox').countDocuments({ address, leaseId: { $ne: null } })) === 1,
  );
  const late = await send1();
  await worker.stop();
  app.sink.faults.slowMs = 0;
  expect(app.sink.mailsTo(address)).toHaveLength(1);
  expect(await mongoose.connection.collection('outbox').countDocuments({ address, state: 'sent' })).toBe(1);
  const sentSoFar = app.sink.mailsTo(late).length;
  worker.wake();
  await wait(1500);
  expect(app.sink.mailsTo(late)).toHaveLength(sentSoFar);
});

test('stopping twice, and at once after the start, ends', async () => {
  const worker = aWorker();
  await Promise.all([worker.stop(), worker.stop()]);
});

test('what a worker warns of names no person and no content', () => {
  expect(warnings().length).toBeGreaterThan(0);
  expect(warnings().join()).not.toMatch(/@client|scan results|all is well/);
});
