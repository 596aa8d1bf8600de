import { expect, test } from '@jest/globals';
import * as mailbox from '../../../contract/mailbox.ts';
import * as send from '../../../contract/send.ts';
import { aMessage, aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE, SECOND } from '../../support/test-clock.ts';

const app = useApp();

test('the newest message and the count of unread ones tell a page that something came', async () => {
  const { recipient, deliveryId, address } = await aMessageReceived(app);
  expect(await recipient.call(mailbox.readNews, {})).toEqual({ newestId: deliveryId, unreadCount: 1 });
  app.clock.advance(SECOND);
  await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await app.work();
  const news = await recipient.call(mailbox.readNews, {});
  const { entries } = await recipient.call(mailbox.listDeliveries, { folder: 'inbox' });
  expect(news).toEqual({ newestId: entries[0]?.deliveryId, unreadCount: 2 });
  await recipient.call(mailbox.changeDeliveries, { deliveryIds: entries.map((entry) => entry.deliveryId), change: 'delete' });
  expect(await recipient.call(mailbox.readNews, {})).toEqual({ newestId: null, unreadCount: 0 });
});

test('what a page asks by itself does not keep a session alive: news, and whether an open message may still be read', async () => {
  const { recipient, deliveryId } = await aMessageReceived(app);
  for (let minutes = 0; minutes < 29; minutes += 1) {
    app.clock.advance(MINUTE);
    await recipient.call(mailbox.readNews, {});
    await recipient.call(mailbox.readEntry, { deliveryId });
  }
  app.clock.advance(2 * MINUTE);
  await expect(recipient.call(mailbox.readNews, {})).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('nobody gets news without signing in', async () => {
  await expect(app.visitor().call(mailbox.readNews, {})).rejects.toMatchObject({ code: 'not_signed_in' });
});
