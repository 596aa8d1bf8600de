import { expect, test } from '@jest/globals';
import * as mailbox from '../../../contract/mailbox.ts';
import * as send from '../../../contract/send.ts';
import { changeSettings } from '../../../contract/settings.ts';
import type { Client } from '../../support/client.ts';
import { aKey, aMessage, aMessageReceived, anUpload, sharedReader, signedIn } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, SECOND } from '../../support/test-clock.ts';

const app = useApp();
const aReader = sharedReader(app);

/** Every entry of the inbox, page by page. */
async function readAll(recipient: Client) {
  const pages: mailbox.MailboxEntry[][] = [];
  let cursor: string | undefined;
  do {
    const page = await recipient.call(mailbox.listDeliveries, { folder: 'inbox', ...(cursor === undefined ? {} : { cursor }) });
    pages.push(page.entries);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return pages;
}

test('120 messages, most of them sent at the same moment, are listed once each, newest first, in pages of 50', async () => {
  const { address, recipient } = await aMessageReceived(app);
  for (let batch = 0; batch < 7; batch += 1) {
    if (batch % 3 === 1) app.clock.advance(SECOND);
    const messages = Array.from({ length: 17 }, (_, index) =>
      aMessage({ recipients: [{ address, kind: 'to' }], subject: `${batch}-${index}` }),
    );
    await Promise.all(messages.map((message) => app.staff().call(send.sendMessage, message)));
    await app.work();
  }
  for (let round = 0; round < 3; round += 1) await app.work();
  const pages = await readAll(recipient);
  expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
  const entries = pages.flat();
  expect(new Set(entries.map((entry) => entry.deliveryId)).size).toBe(120);
  expect(new Set(entries.map((entry) => entry.sentAt)).size).toBeLessThan(10);
  const sentAt = entries.map((entry) => entry.sentAt);
  expect(sentAt).toEqual([...sentAt].sort().reverse());
  const { unreadCount } = await recipient.call(mailbox.listDeliveries, { folder: 'inbox' });
  expect(unreadCount).toBe(100);
  await recipient.call(changeSettings, { messagesPerPage: 100 });
  expect((await readAll(recipient)).map((page) => page.length)).toEqual([100, 20]);
});

test('a message that arrives while somebody turns pages shifts nothing', async () => {
  const { address, recipient } = await aMessageReceived(app);
  for (let index = 0; index < 55; index += 1)
    await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  for (let round = 0; round < 2; round += 1) await app.work();
  const first = await recipient.call(mailbox.listDeliveries, { folder: 'inbox' });
  app.clock.advance(SECOND);
  await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await app.work();
  const second = await recipient.call(mailbox.listDeliveries, { folder: 'inbox', cursor: first.nextCursor ?? '' });
  const ids = [...first.entries, ...second.entries].map((entry) => entry.deliveryId);
  expect(new Set(ids).size).toBe(56);
});

test('an entry shows sender, recipients without Bcc, subject, count of files, unread mark and state', async () => {
  const staff = app.staff();
  const file = await anUpload(staff, 'bytes', 'a.pdf');
  const [bcc, cc] = [`${aKey().toLowerCase()}@client.example`, `${aKey().toLowerCase()}@client.example`];
  const to = `${aKey().toLowerCase()}@client.example`;
  const recipients = [
    { address: to, name: 'Tom To', kind: 'to' as const },
    { address: cc, kind: 'cc' as const },
    { address: bcc, name: 'Bea Hidden', kind: 'bcc' as const },
  ];
  const { recipient, deliveryId, open } = await aMessageReceived(app, { recipients, attachments: [file], subject: 'Prüfung ✓' });
  const list = async () => (await recipient.call(mailbox.listDeliveries, { folder: 'inbox' })).entries[0];
  expect(await list()).toEqual({
    deliveryId,
    folder: 'inbox',
    isOwn: false,
    isRemoved: false,
    sender: { address: 'alex@harbour.example', name: 'Alex Morgan' },
    recipients: [
      { address: to, name: 'Tom To' },
      { address: cc, name: '' },
    ],
    subject: 'Prüfung ✓',
    attachmentCount: 1,
    sentAt: app.clock.now().toISOString(),
    expiresAt: new Date(app.clock.now().getTime() + 30 * DAY).toISOString(),
    isUndelivered: false,
    isUnread: true,
    state: 'readable',
    endedAt: null,
    moreTimeAskedAt: null,
  });
  await open();
  expect(await list()).toMatchObject({ isUnread: false });
});

test('a file that the body names and no page may show is counted, a picture that is shown in place is not', async () => {
  const [drawing, photo] = [
    await anUpload(app.staff(), 'one', 'plan.svg', 'plan'),
    await anUpload(app.staff(), 'two', 'photo.png', 'photo'),
  ];
  const attachments = [{ ...drawing, contentType: 'image/svg+xml' }, photo];
  const { recipient } = await aMessageReceived(app, { attachments, html: '<img src="cid:plan"><img src="cid:photo">' });
  const { entries } = await recipient.call(mailbox.listDeliveries, { folder: 'inbox' });
  expect(entries).toMatchObject([{ attachmentCount: 1 }]);
});

test('an expired message stays in the list and says so', async () => {
  const { recipient, address } = await aMessageReceived(app, { options: { expiresInDays: 1, allowReply: true } });
  app.clock.advance(DAY);
  const again = await signedIn(app, address);
  const [entry] = (await again.call(mailbox.listDeliveries, { folder: 'inbox' })).entries;
  expect(entry).toMatchObject({ state: 'expired', endedAt: entry?.expiresAt });
  await expect(recipient.call(mailbox.listDeliveries, { folder: 'inbox' })).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('nobody sees entries of somebody else', async () => {
  const [own, other] = [await aMessageReceived(app), await aMessageReceived(app)];
  const { entries } = await own.recipient.call(mailbox.listDeliveries, { folder: 'inbox' });
  expect(entries.map((entry) => entry.deliveryId)).toEqual([own.deliveryId]);
  const cursor = `${Date.now() + DAY}.${other.deliveryId}`;
  const page = await own.recipient.call(mailbox.listDeliveries, { folder: 'inbox', cursor });
  expect(page.entries.map((entry) => entry.deliveryId)).toEqual([own.deliveryId]);
});

test.each([
  '?cursor=x',
  '?cursor=1.short',
  '?cursor=',
  '?cursor[$gt]=',
  '?folder[$ne]=inbox',
  '?folder=sent',
  '?cursor=a&cursor=b',
  '?limit=100000',
  '?__proto__=x',
  '?cursor=9999999999999999.aaaaaaaaaaaaaaaaaaaaaa',
  '?constructor=x',
  '?cursor=%00',
])('the query %s is refused', async (query) => {
  const recipient = await aReader();
  const answer = await recipient.fetch(`/api/mailbox/inbox/deliveries${query}`);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 'invalid_input' } });
});

test.each(['drafts', 'purged', 'INBOX', '%24ne', '__proto__', 'constructor'])('there is no folder %s', async (folder) => {
  const recipient = await aReader();
  expect((await recipient.fetch(`/api/mailbox/${folder}/deliveries`)).status).toBe(400);
});
