import { expect, test } from '@jest/globals';
import * as mailbox from '../../../contract/mailbox.ts';
import * as track from '../../../contract/track.ts';
import { purgeIfDeletedBefore } from '../../../server/store/delivery-changes.ts';
import { aKey, aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY } from '../../support/test-clock.ts';

const app = useApp();
const deleted = { code: 'message_deleted' };
const someone = () => `${aKey().toLowerCase()}@client.example`;

/** A message to two people, of whom the first has deleted it for good. */
async function aMessageDeleted() {
  const recipients = [someone(), someone()].map((address) => ({ address, kind: 'to' as const }));
  const { sent, address, deliveryId, recipient } = await aMessageReceived(app, { recipients });
  await recipient.call(mailbox.changeDeliveries, { deliveryIds: [deliveryId], change: 'delete' });
  app.clock.advance(1);
  await purgeIfDeletedBefore(app.clock.now(), 1000);
  const { messageId } = sent;
  const told = async () => (await app.staff().call(track.readSent, { messageId })).recipients;
  const otherId = (await told()).find((one) => one.deliveryId !== deliveryId)?.deliveryId ?? '';
  const before = app.sink.mailsTo(address).length;
  const mails = async () => {
    await app.work();
    return app.sink.mailsTo(address).length - before;
  };
  return { messageId, address, deliveryId, otherId, told, mails };
}

test('who deleted a message for good is not told of it again: Send again says so', async () => {
  const { messageId, deliveryId, otherId, mails } = await aMessageDeleted();
  await expect(app.staff().call(track.sendAgain, { messageId, deliveryId })).rejects.toMatchObject(deleted);
  await app.staff().call(track.sendAgain, { messageId, deliveryId: otherId });
  expect(await mails()).toBe(0);
  const stranger = app.staff('lee').call(track.sendAgain, { messageId, deliveryId });
  await expect(stranger).rejects.toMatchObject({ code: 'message_not_found' });
});

test('more time after the end is given to the others; for who deleted it for good alone it is refused', async () => {
  const { messageId, deliveryId, otherId, told, mails } = await aMessageDeleted();
  app.clock.advance(31 * DAY - DAY);
  const extend = (deliveryIds: string[] | null) =>
    app.staff().call(track.extendMessage, { messageId, deliveryIds, expiresInDays: 7 });
  const endOf = async (id: string) => Date.parse((await told()).find((one) => one.deliveryId === id)?.expiresAt ?? '');
  await expect(extend([deliveryId])).rejects.toMatchObject(deleted);
  await extend(null);
  expect(await endOf(otherId)).toBe(app.clock.now().getTime() + 7 * DAY);
  expect(await endOf(deliveryId)).toBeLessThanOrEqual(app.clock.now().getTime());
  expect(await mails()).toBe(0);
});

test('a corrected address cannot be corrected back to whoever deleted the message for good', async () => {
  const { messageId, address, deliveryId, mails } = await aMessageDeleted();
  const correct = (wrongId: string, right: string) =>
    app.staff().call(track.correctAddress, { messageId, deliveryId: wrongId, address: right, name: '' });
  const right = someone();
  const { recipients } = await correct(deliveryId, right);
  const rightId = recipients.find((one) => one.address === right)?.deliveryId ?? '';
  await expect(correct(rightId, address)).rejects.toMatchObject(deleted);
  expect((await correct(rightId, someone())).recipients).toHaveLength(4);
  expect(await mails()).toBe(0);
});
