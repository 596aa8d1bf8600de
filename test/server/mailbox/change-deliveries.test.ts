import { expect, test } from '@jest/globals';
import { sendReply } from '../../../contract/compose.ts';
import { limits } from '../../../contract/limits.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import * as send from '../../../contract/send.ts';
import { sweep } from '../../../server/worker.ts';
import type { Client } from '../../support/client.ts';
import { aKey, aMessage, aMessageReceived, sharedReader, signedIn } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, SECOND } from '../../support/test-clock.ts';

const app = useApp();
const aReader = sharedReader(app);

/** Somebody with so many messages in the inbox, newest first. */
async function aMailbox(count: number) {
  const received = await aMessageReceived(app);
  for (let more = 1; more < count; more += 1) {
    app.clock.advance(SECOND);
    await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address: received.address, kind: 'to' }] }));
  }
  await app.work();
  const ids = (await list(received.recipient, 'inbox')).map(({ deliveryId }) => deliveryId);
  return { ...received, ids };
}

async function list(client: Client, folder: mailbox.Folder) {
  return (await client.call(mailbox.listDeliveries, { folder })).entries;
}

const idsIn = async (client: Client, folder: mailbox.Folder) => (await list(client, folder)).map(({ deliveryId }) => deliveryId);

test('deleted messages move to Deleted, are not counted as unread there, and come back as they were', async () => {
  const { recipient, ids } = await aMailbox(3);
  const [first = '', second = '', third = ''] = ids;
  const gone = await recipient.call(mailbox.changeDeliveries, { deliveryIds: [first, third], change: 'delete' });
  expect([...gone.deliveryIds].sort()).toEqual([first, third].sort());
  expect(gone.unreadCount).toBe(1);
  expect(await idsIn(recipient, 'inbox')).toEqual([second]);
  expect(await list(recipient, 'deleted')).toMatchObject([
    { deliveryId: first, folder: 'deleted', isUnread: true },
    { deliveryId: third, folder: 'deleted' },
  ]);
  expect(await recipient.call(mailbox.openMessage, { deliveryId: third })).toMatchObject({ folder: 'deleted' });
  const back = await recipient.call(mailbox.changeDeliveries, { deliveryIds: [first], change: 'restore' });
  expect(back).toEqual({ deliveryIds: [first], unreadCount: 2 });
  expect(await idsIn(recipient, 'inbox')).toEqual([first, second]);
});

test('what one wrote oneself is restored to Sent', async () => {
  const { recipient, deliveryId } = await aMessageReceived(app);
  await recipient.call(sendReply, { sendKey: aKey(), deliveryId, html: '<p>Thank you</p>', attachments: [] });
  await app.work();
  const sent = await idsIn(recipient, 'sent');
  await recipient.call(mailbox.changeDeliveries, { deliveryIds: [...sent, deliveryId], change: 'delete' });
  expect(await idsIn(recipient, 'sent')).toEqual([]);
  await recipient.call(mailbox.changeDeliveries, { deliveryIds: [...sent, deliveryId], change: 'restore' });
  expect(await idsIn(recipient, 'sent')).toEqual(sent);
  expect(await idsIn(recipient, 'inbox')).toEqual([deliveryId]);
  const unread = await recipient.call(mailbox.changeDeliveries, { deliveryIds: sent, change: 'unread' });
  expect(unread.deliveryIds).toEqual([]);
});

test('messages are marked read and unread; opening marks read', async () => {
  const { recipient, ids } = await aMailbox(2);
  const [first = ''] = ids;
  const unreadOf = async () => (await list(recipient, 'inbox')).map(({ isUnread }) => isUnread);
  expect(await recipient.call(mailbox.changeDeliveries, { deliveryIds: ids, change: 'read' })).toMatchObject({ unreadCount: 0 });
  expect(await unreadOf()).toEqual([false, false]);
  await recipient.call(mailbox.changeDeliveries, { deliveryIds: [first], change: 'unread' });
  await recipient.call(mailbox.changeDeliveries, { deliveryIds: [first], change: 'unread' });
  expect(await unreadOf()).toEqual([true, false]);
  await recipient.call(mailbox.openMessage, { deliveryId: first });
  expect(await unreadOf()).toEqual([false, false]);
});

test.each(mailbox.deliveryChanges)('ids of somebody else and unknown ids are passed over alike: %s', async (change) => {
  const own = await aMessageReceived(app);
  const other = await aMessageReceived(app);
  if (change === 'restore')
    await other.recipient.call(mailbox.changeDeliveries, { deliveryIds: [other.deliveryId], change: 'delete' });
  if (change === 'unread') await other.open();
  const before = await other.recipient.call(mailbox.readEntry, { deliveryId: other.deliveryId });
  const answer = await own.recipient.call(mailbox.changeDeliveries, { deliveryIds: [other.deliveryId, aKey()], change });
  expect(answer.deliveryIds).toEqual([]);
  expect(await other.recipient.call(mailbox.readEntry, { deliveryId: other.deliveryId })).toEqual(before);
});

test.each([
  ['no id', { deliveryIds: [], change: 'delete' }],
  ['more ids than one request may change', { deliveryIds: Array.from({ length: 101 }, aKey), change: 'delete' }],
  ['an unknown change', { deliveryIds: [aKey()], change: 'purge' }],
  ['an operator for an id', { deliveryIds: [{ $ne: '' }], change: 'delete' }],
  ['an operator for the list', { deliveryIds: { $in: [''] }, change: 'delete' }],
  ['an operator for the change', { deliveryIds: [aKey()], change: { $ne: 'read' } }],
  ['a field too many', { deliveryIds: [aKey()], change: 'read', accountId: 'other' }],
  ['an id that is none', { deliveryIds: ['short'], change: 'read' }],
])('%s is refused', async (_what, input) => {
  const recipient = await aReader();
  const body = JSON.stringify(input);
  const headers = { 'content-type': 'application/json' };
  const answer = await recipient.fetch('/api/mailbox/changes', { method: 'POST', headers, body });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 'invalid_input' } });
});

test('as many as a request may change are changed in one', async () => {
  const { recipient, deliveryId } = await aMessageReceived(app);
  const deliveryIds = [deliveryId, ...Array.from({ length: limits.deliveriesAtOnce - 1 }, aKey)];
  expect(await recipient.call(mailbox.changeDeliveries, { deliveryIds, change: 'read' })).toMatchObject({
    deliveryIds: [deliveryId],
  });
});

test('what lies in Deleted for 30 days is gone for good, for its reader alone', async () => {
  const recipients = [aKey(), aKey()].map((name) => ({ address: `${name.toLowerCase()}@client.example`, kind: 'to' as const }));
  const { recipient, deliveryId, address } = await aMessageReceived(app, {
    recipients,
    options: { expiresInDays: 300, allowReply: true },
  });
  await recipient.call(mailbox.changeDeliveries, { deliveryIds: [deliveryId], change: 'delete' });
  app.clock.advance(limits.deletedDays * DAY - SECOND);
  await sweep(app.context);
  const before = await signedIn(app, address);
  expect(await idsIn(before, 'deleted')).toEqual([deliveryId]);
  app.clock.advance(2 * SECOND);
  await sweep(app.context);
  const after = await signedIn(app, address);
  expect(await idsIn(after, 'deleted')).toEqual([]);
  await expect(after.call(mailbox.openMessage, { deliveryId })).rejects.toMatchObject({ code: 'message_not_found' });
  const restored = await after.call(mailbox.changeDeliveries, { deliveryIds: [deliveryId], change: 'restore' });
  expect(restored.deliveryIds).toEqual([]);
  expect(await idsIn(after, 'inbox')).toEqual([]);
});
