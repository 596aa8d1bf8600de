import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { noteSignInFailure } from '../../../server/store/sign-in-failures.ts';
import { changeRecipient } from '../../support/change-message.ts';
import { aKey, aMessage } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, HOUR } from '../../support/test-clock.ts';

const app = useApp();

test('wrong passwords typed before a message was sent are none of its own; of many at the same moment each counts', async () => {
  const address = `${aKey().toLowerCase()}@client.example`;
  const miss = (times: number) => Promise.all(Array.from({ length: times }, () => noteSignInFailure(address, app.clock.now())));
  await miss(20);
  app.clock.advance(HOUR);
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  const told = async () => (await app.staff().call(track.readSent, { messageId })).recipients[0]?.failedSignIns;
  expect(await told()).toBeNull();
  app.clock.advance(3 * DAY);
  await miss(3);
  app.clock.advance(3 * DAY);
  await miss(2);
  expect(await told()).toEqual({ count: 5, lastAt: app.clock.now().toISOString() });
  await miss(120);
  expect(await told()).toMatchObject({ count: 100 });
});

test('an open message in the pane is asked for every few seconds, and its text is not unsealed for that', async () => {
  const { messageId } = await app.staff().call(send.sendMessage, aMessage());
  const messages = mongoose.connection.collection('messages');
  await messages.updateOne({ _id: messageId } as object, { $set: { sealedContent: Buffer.alloc(60) } });
  const told = await app.staff().call(track.readSent, { messageId });
  expect(told).toMatchObject({ subject: 'Your scan results', recipients: [{ downloads: [] }] });
});

/** A message whose notification left for its one recipient, and what its sender is told of them. */
async function aMessageNotified() {
  const address = `${aKey().toLowerCase()}@client.example`;
  const options = { expiresInDays: 1, allowReply: true };
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }], options }));
  await app.work();
  const told = async () => (await app.staff().call(track.readSent, { messageId })).recipients[0];
  const first = await told();
  return { messageId, deliveryId: first?.deliveryId ?? '', notifiedAt: first?.notifiedAt, told };
}

test.each([
  ['sent again', HOUR, (messageId: string, deliveryId: string) => app.staff().call(track.sendAgain, { messageId, deliveryId })],
  [
    'extended after its end',
    2 * DAY,
    (messageId: string) => app.staff().call(track.extendMessage, { messageId, deliveryIds: null, expiresInDays: 7 }),
  ],
  [
    'given back to the address it was taken from',
    HOUR,
    async (messageId: string, deliveryId: string) => {
      const correct = (wrongId: string, address: string) =>
        app.staff().call(track.correctAddress, { messageId, deliveryId: wrongId, address, name: '' });
      const { recipients } = await correct(deliveryId, `${aKey().toLowerCase()}@client.example`);
      return correct(recipients[1]?.deliveryId ?? '', recipients[0]?.address ?? '');
    },
  ],
])('%s, a mail that came back no longer counts as one that told of the message', async (_how, wait, act) => {
  const { messageId, deliveryId, notifiedAt, told } = await aMessageNotified();
  await changeRecipient(deliveryId, { bouncedAt: app.clock.now(), bounceReason: 'mailbox-full', delayedAt: app.clock.now() });
  app.clock.advance(wait);
  expect(await told()).toMatchObject({ notifiedAt, bouncedAt: expect.any(String) });
  await app.sink.pause();
  await act(messageId, deliveryId);
  expect(await told()).toMatchObject({ notifiedAt: null, bouncedAt: null, bounceReason: null, delayedAt: null });
  await app.sink.resume();
  await app.work();
  expect(await told()).toMatchObject({ notifiedAt: app.clock.now().toISOString() });
});

test('sent again, a notification that arrived keeps its time', async () => {
  const { messageId, deliveryId, notifiedAt, told } = await aMessageNotified();
  app.clock.advance(HOUR);
  await app.staff().call(track.sendAgain, { messageId, deliveryId });
  await app.work();
  expect(await told()).toMatchObject({ notifiedAt });
});
