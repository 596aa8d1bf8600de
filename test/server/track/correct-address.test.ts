import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { listDeliveries } from '../../../contract/mailbox.ts';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { findMessage } from '../../../server/store/messages.ts';
import { changeRecipient } from '../../support/change-message.ts';
import { aKey, aMessage, aMessageReceived, anUpload } from '../../support/story.ts';
import { DAY, MINUTE } from '../../support/test-clock.ts';
import { useApp } from '../../support/test-app.ts';

type Told = track.TrackedMessage['recipients'][number];

const LIMIT = 2 * 1024 * 1024;
const app = useApp({ ORGANISATION_MAIL_MAX_BYTES: String(LIMIT) });

const outside = () => `${aKey().toLowerCase()}@client.example`;
const inside = () => `${aKey().toLowerCase()}@harbour.example`;

/** A message to one or more people outside, and how the address of the first is corrected. */
async function aSentMessage(changes: Parameters<typeof aMessage>[0], count = 1) {
  const recipients = Array.from({ length: count }, () => ({ address: outside(), kind: 'to' as const }));
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients, ...changes }));
  await app.work();
  const { recipients: told } = await app.staff().call(track.readSent, { messageId });
  const deliveryId = told[0]?.deliveryId ?? '';
  return {
    messageId,
    deliveryId,
    correct: (address: string) => app.staff().call(track.correctAddress, { messageId, deliveryId, address, name: 'Kim Lee' }),
    line: async () => {
      const { entries } = await app.staff().call(track.listSent, {});
      return entries.find((entry) => entry.messageId === messageId);
    },
  };
}

test.each<[string, string, () => Promise<Parameters<typeof aMessage>[0]>]>([
  ['files', 'attachments_too_large', async () => ({ attachments: [await anUpload(app.staff(), randomBytes(900_000))] })],
  ['a text', 'message_too_large', () => Promise.resolve({ html: 'x'.repeat(LIMIT) })],
])('%s that no mail to a colleague can hold: the correction is refused and nothing is taken back', async (_what, code, large) => {
  const { messageId, correct } = await aSentMessage(await large());
  const colleague = inside();
  await expect(correct(colleague)).rejects.toMatchObject({ code, details: { fields: ['address'] } });
  await app.work();
  const { recipients } = await app.staff().call(track.readSent, { messageId });
  expect(recipients).toMatchObject([{ recalledAt: null }]);
  expect(app.sink.mailsTo(colleague)).toEqual([]);
  expect((await correct(outside())).recipients).toHaveLength(2);
});

test('corrected to a colleague, what fits goes there as a mail', async () => {
  const { correct } = await aSentMessage({ attachments: [await anUpload(app.staff(), randomBytes(100_000))] });
  const colleague = inside();
  expect((await correct(colleague)).recipients).toMatchObject([{ recalledAt: expect.any(String) }, { route: 'mail' }]);
  await app.work();
  expect(app.sink.mailsTo(colleague).map(({ mail }) => mail.attachments.length)).toEqual([1]);
});

test('a corrected recipient is one recipient in the list, and what became of the wrong address is not told there', async () => {
  const { deliveryId, correct, line } = await aSentMessage({});
  await changeRecipient(deliveryId, { bouncedAt: app.clock.now(), bounceReason: 'unknown-address' });
  const one = { recipientCount: 1, portalCount: 1, openedCount: 0, recalledCount: 0 };
  expect(await line()).toMatchObject({ ...one, bouncedCount: 1, unreachableCount: 1 });
  const right = outside();
  await correct(right);
  const recipients = [{ address: right, name: 'Kim Lee' }];
  expect(await line()).toMatchObject({ ...one, bouncedCount: 0, unreachableCount: 0, recipients });
});

test('who was not reached and then lost the message is one who cannot open it, beside another who still can', async () => {
  const { messageId, deliveryId, line } = await aSentMessage({}, 2);
  await changeRecipient(deliveryId, { bouncedAt: app.clock.now(), bounceReason: 'unknown-address' });
  await app.staff().call(track.recallMessage, { messageId, deliveryIds: [deliveryId] });
  expect(await line()).toMatchObject({ portalCount: 2, bouncedCount: 0, recalledCount: 1, unreachableCount: 1 });
});

test('corrected there and back: the first address has the message again, at its old link and by a mail that says so', async () => {
  const { sent, deliveryId, address, open, recipient } = await aMessageReceived(app);
  const { messageId } = sent;
  const correct = (wrongId: string, right: string) =>
    app.staff().call(track.correctAddress, { messageId, deliveryId: wrongId, address: right, name: '' });
  const other = outside();
  const { recipients } = await correct(deliveryId, other);
  await app.work();
  await expect(open()).rejects.toMatchObject({ code: 'message_recalled' });
  const otherId = recipients.find((one) => one.address === other)?.deliveryId ?? '';
  const before = app.sink.mailsTo(address).length;
  app.clock.advance(MINUTE);
  for (const told of await Promise.all([1, 2, 3].map(() => correct(otherId, address))))
    expect(told.recipients).toMatchObject([
      { address, recalledAt: null },
      { address: other, recalledAt: expect.any(String) },
    ]);
  await app.work();
  expect((await open()).subject).toBe('Your scan results');
  expect(app.sink.mailsTo(address)).toHaveLength(before + 1);
  const { entries } = await recipient.call(listDeliveries, { folder: 'inbox' });
  expect(entries.filter((entry) => entry.deliveryId === deliveryId)).toMatchObject([{ state: 'readable' }]);
  const line = (await app.staff().call(track.listSent, {})).entries.find((entry) => entry.messageId === messageId);
  expect(line).toMatchObject({ recipientCount: 1, recalledCount: 0, recipients: [{ address }] });
});

test.each([
  ['ended', track.endMessage, {}, ({ expiresAt }: Told) => Date.parse(expiresAt ?? '') <= app.clock.now().getTime()],
  ['recalled', track.recallMessage, {}, ({ recalledAt }: Told) => recalledAt !== null],
  [
    'extended',
    track.extendMessage,
    { expiresInDays: 60 },
    ({ expiresAt }: Told) => Date.parse(expiresAt ?? '') === app.clock.now().getTime() + 60 * DAY,
  ],
] as const)(
  'corrected while it is %s: the right address reads no longer than the sender has said',
  async (_what, action, more, isSo) => {
    for (let round = 0; round < 4; round += 1) {
      const { messageId, correct } = await aSentMessage({});
      const right = outside();
      const change = app.staff().call(action, { messageId, deliveryIds: null, ...more } as never);
      await Promise.allSettled([correct(right), change]);
      const { recipients } = await app.staff().call(track.readSent, { messageId });
      const added = recipients.find(({ address }) => address === right);
      if (added) expect(isSo(added)).toBe(true);
      expect(recipients).toHaveLength(added ? 2 : 1);
    }
  },
);

test('corrected from one to the next and back to the second, it is one recipient, with the place of the first', async () => {
  const { messageId, deliveryId, line } = await aSentMessage({});
  const [second, third] = [outside(), outside()];
  let wrongId = deliveryId;
  for (const right of [second, third, second]) {
    const told = await app.staff().call(track.correctAddress, { messageId, deliveryId: wrongId, address: right, name: '' });
    wrongId = told.recipients.find(({ address }) => address === right)?.deliveryId ?? '';
    app.clock.advance(MINUTE);
  }
  const one = { recipientCount: 1, portalCount: 1, recalledCount: 0, unreachableCount: 0 };
  expect(await line()).toMatchObject({ ...one, recipients: [{ address: second }] });
});

test('an address brought back stands where the one it replaces stood', async () => {
  const [wrong, hidden] = [outside(), outside()];
  const recipients = [
    { address: wrong, kind: 'to' as const },
    { address: hidden, kind: 'bcc' as const },
  ];
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients }));
  const before = (await findMessage(messageId))?.recipients ?? [];
  const [wrongId = '', hiddenId = ''] = before.map((one) => one.deliveryId);
  await app.staff().call(track.recallMessage, { messageId, deliveryIds: [hiddenId] });
  await app.staff().call(track.correctAddress, { messageId, deliveryId: wrongId, address: hidden, name: '' });
  expect((await findMessage(messageId))?.recipients).toMatchObject([
    { address: wrong, recalledAt: expect.any(Date) },
    { address: hidden, kind: 'to', recalledAt: null },
  ]);
});

test('a message has no more than so many addresses with all its corrections', async () => {
  const { messageId, deliveryId } = await aSentMessage({});
  const message = await findMessage(messageId);
  const [first] = message?.recipients ?? [];
  const many = Array.from({ length: 199 }, (_, at) => ({
    ...first,
    deliveryId: aKey(),
    address: `n${at}@client.example`,
    recalledAt: new Date(),
  }));
  await mongoose.connection
    .collection('messages')
    .updateOne({ _id: messageId } as object, { $push: { recipients: { $each: many } } } as object);
  const correction = { messageId, deliveryId, address: outside(), name: '' };
  await expect(app.staff().call(track.correctAddress, correction)).rejects.toMatchObject({
    code: 'too_many_recipients',
    details: { limit: 200 },
  });
});
