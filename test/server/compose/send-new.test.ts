import { expect, jest, test } from '@jest/globals';
import * as compose from '../../../contract/compose.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import { takeThrottledTry } from '../../../server/security/throttle.ts';
import { findByAddress } from '../../../server/store/accounts.ts';
import { aKey, aMessageReceived, signedIn, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { HOUR, MINUTE } from '../../support/test-clock.ts';

const app = useApp({ PORTAL_MESSAGES_PER_HOUR: '3', PORTAL_MEGABYTES_PER_DAY: '1' });
jest.setTimeout(60_000);

const inside = () => `${aKey().toLowerCase()}@harbour.example`;
const aNew = (changes: object = {}) => ({
  ...{ sendKey: aKey(), to: [inside()], subject: 'A question', html: '<p>May I ask?</p>', attachments: [] },
  ...changes,
});

test('a new message reaches people of the organisation as tagged mail, however their addresses are typed', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const [one, other] = [inside(), inside()];
  const to = [` ${one.toUpperCase()} `, other.replace('harbour.example', 'Harbour.Example.'), one];
  expect((await recipient.call(compose.sendNew, aNew({ to }))).recipientCount).toBe(2);
  await app.work();
  for (const staff of [one, other]) {
    const [mail] = app.sink.mailsTo(staff);
    expect(mail?.mail).toMatchObject({ subject: '[Secure] A question', replyTo: [{ address }] });
    expect(mail && textOf(mail)).toContain('May I ask?');
  }
  const { entries } = await recipient.call(mailbox.listDeliveries, { folder: 'sent' });
  expect(entries).toMatchObject([{ subject: 'A question', isUndelivered: false }]);
});

test('one address outside refuses the whole message and names it, even one that only looks like the organisation’s', async () => {
  const { recipient } = await aMessageReceived(app);
  const to = [inside(), 'kim@client.example', 'lee@mail.harbour.example', 'lee@harbour.example.evil.example'];
  await expect(recipient.call(compose.sendNew, aNew({ to }))).rejects.toMatchObject({
    code: 'recipient_outside',
    details: { fields: ['to.1', 'to.2', 'to.3'] },
  });
  await expect(recipient.call(compose.sendNew, aNew({ to: Array.from({ length: 101 }, inside) }))).rejects.toMatchObject({
    code: 'too_many_recipients',
    details: { limit: 100 },
  });
});

test('the messages of an hour are counted exactly under parallel sends, a retry counts once, and the next hour begins anew', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const first = aNew();
  const sends = [first, first, ...Array.from({ length: 6 }, () => aNew())];
  const ends = await Promise.allSettled(sends.map((message) => recipient.call(compose.sendNew, message)));
  const sent = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value.messageId] : []));
  expect(new Set(sent).size).toBe(3);
  const { messagesLeft, messagesAgainAt } = await recipient.call(compose.readAllowance, {});
  expect([messagesLeft, new Date(messagesAgainAt ?? 0) > app.clock.now()]).toEqual([0, true]);
  await expect(recipient.call(compose.sendNew, aNew())).rejects.toMatchObject({
    code: 'quota_reached',
    details: { limit: 3, fields: ['messages'], retryAfterSeconds: expect.any(Number) },
  });
  app.clock.advance(HOUR);
  const later = await signedIn(app, address);
  expect((await later.call(compose.readAllowance, {})).messagesLeft).toBe(3);
});

test('files over what is left of the day are refused by name, and a refused message is not counted', async () => {
  const { recipient } = await aMessageReceived(app);
  const file = async () => {
    const { uploadId } = await recipient.upload(compose.uploadReplyFile, new Blob(['x'.repeat(700_000)]), 'a.txt');
    return [{ uploadId, name: 'a.txt', contentType: 'text/plain', contentId: null }];
  };
  await recipient.call(compose.sendNew, aNew({ attachments: await file() }));
  await expect(recipient.call(compose.sendNew, aNew({ attachments: await file() }))).rejects.toMatchObject({
    code: 'quota_reached',
    details: { fields: ['attachments'] },
  });
  const { messagesLeft, bytesLeft, bytesPerDay, bytesAgainAt } = await recipient.call(compose.readAllowance, {});
  expect([messagesLeft, bytesLeft, bytesPerDay]).toEqual([2, 1024 * 1024 - 700_000, 1024 * 1024]);
  expect(new Date(bytesAgainAt ?? 0) > app.clock.now()).toBe(true);
});

test('attempts at the same moment that fail leave what the message itself was charged, and many that succeed are charged once', async () => {
  const { recipient } = await aMessageReceived(app);
  const { uploadId } = await recipient.upload(compose.uploadReplyFile, new Blob(['x'.repeat(300_000)]), 'a.txt');
  const file = { uploadId, name: 'a.txt', contentType: 'text/plain', contentId: null };
  const message = aNew({ attachments: [file] });
  const madeUp = { ...message, attachments: [{ ...file, uploadId: aKey() }] };
  const sent = await Promise.allSettled([madeUp, message, madeUp].map((one) => recipient.call(compose.sendNew, one)));
  expect(sent.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
  const allowance = async () => {
    const { messagesLeft, bytesLeft } = await recipient.call(compose.readAllowance, {});
    return [messagesLeft, bytesLeft];
  };
  expect(await allowance()).toEqual([2, 1024 * 1024 - 300_000]);
  const another = aNew();
  await Promise.all([another, another].map((one) => recipient.call(compose.sendNew, one)));
  expect(await allowance()).toEqual([1, 1024 * 1024 - 300_000]);
});

test('who sent bodies that held everybody up has to wait, and is charged nothing', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const accountId = (await findByAddress(address))?._id ?? '';
  for (let slow = 1; slow <= 3; slow += 1) await takeThrottledTry('slowBody', accountId, app.clock.now());
  await expect(recipient.call(compose.sendNew, aNew())).rejects.toMatchObject({
    code: 'throttled',
    details: { retryAfterSeconds: 60 },
  });
  expect((await recipient.call(compose.readAllowance, {})).messagesLeft).toBe(3);
  app.clock.advance(MINUTE);
  expect((await recipient.call(compose.sendNew, aNew())).recipientCount).toBe(1);
});

test('when a mail server refuses somebody, the author finds it in Sent and in a mail', async () => {
  const { recipient, address } = await aMessageReceived(app);
  const gone = inside();
  app.sink.faults.rcpt = { ...app.sink.faults.rcpt, [gone]: 550 };
  await recipient.call(compose.sendNew, aNew({ to: [gone, inside()] }));
  await app.work();
  await app.work();
  const [entry] = (await recipient.call(mailbox.listDeliveries, { folder: 'sent' })).entries;
  expect(entry).toMatchObject({ isUndelivered: true });
  const opened = await recipient.call(mailbox.openMessage, { deliveryId: entry?.deliveryId ?? '' });
  expect(opened.undelivered).toEqual([{ address: gone, name: '' }]);
  expect(app.sink.mailsTo(address).map(({ mail }) => mail.subject)).toContain(`Not delivered to ${gone}`);
});
