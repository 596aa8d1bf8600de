import { expect, test } from '@jest/globals';
import * as account from '../../../contract/account.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { findMessage } from '../../../server/store/messages.ts';
import { extendIfSentBy, notifyAgainUnlessJustAsked } from '../../../server/store/sent-messages.ts';
import { changeRecipient } from '../../support/change-message.ts';
import { aKey, aMessage, aMessageReceived, anUpload, linkOf, PASSWORD } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, HOUR, MINUTE } from '../../support/test-clock.ts';

const app = useApp({ MAX_EXPIRES_IN_DAYS: '60' });

const all = { deliveryIds: null };

test('a sender sees what each recipient did, with times, and never the text', async () => {
  const files = [await anUpload(app.staff(), 'bytes', 'scan.pdf')];
  const { sent, recipient, deliveryId, open, address } = await aMessageReceived(app, { attachments: files });
  const { attachments } = await open();
  const [file] = attachments;
  await recipient.fetch(`/api/mailbox/deliveries/${deliveryId}/attachments/${file?.attachmentId ?? ''}`);
  const told = await app.staff().call(track.readSent, { messageId: sent.messageId });
  const at = app.clock.now().toISOString();
  expect(told).toEqual({
    messageId: sent.messageId,
    isPurged: false,
    subject: 'Your scan results',
    sentAt: expect.any(String),
    recipients: [
      {
        ...{ deliveryId, address, name: '', kind: 'to', route: 'portal' },
        expiresAt: expect.any(String),
        recalledAt: null,
        notifiedAt: expect.any(String),
        nextTryAt: null,
        delayedAt: null,
        bouncedAt: null,
        bounceReason: null,
        firstOpenedAt: at,
        lastOpenedAt: at,
        downloads: [{ name: 'scan.pdf', firstAt: at, lastAt: at, count: 1 }],
        repliedAt: null,
        moreTimeAskedAt: null,
        failedSignIns: null,
      },
    ],
  });
});

test('wrong passwords typed for a recipient are counted for the sender', async () => {
  const { sent, address } = await aMessageReceived(app);
  for (const password of ['wrong', 'wrong again'])
    await expect(app.visitor().call(account.signIn, { address, password })).rejects.toMatchObject({ code: 'credentials_wrong' });
  const { recipients } = await app.staff().call(track.readSent, { messageId: sent.messageId });
  expect(recipients[0]?.failedSignIns).toEqual({ count: 2, lastAt: app.clock.now().toISOString() });
});

test('the list of sent messages is the sender’s own, newest first, page by page', async () => {
  const kim = app.staff('lee');
  const subjects = Array.from({ length: 30 }, (_, index) => `Letter ${index}`);
  for (const subject of subjects) {
    app.clock.advance(MINUTE);
    await kim.call(send.sendMessage, aMessage({ from: 'lee@harbour.example', subject }));
  }
  const first = await kim.call(track.listSent, {});
  const second = await kim.call(track.listSent, { cursor: first.nextCursor ?? '' });
  expect([...first.entries, ...second.entries].map(({ subject }) => subject)).toEqual(subjects.toReversed());
  expect(second.nextCursor).toBeNull();
  await expect(kim.call(track.listSent, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('a recalled message cannot be opened from the next request on, and its notification is not sent any more', async () => {
  const { sent, open, recipient, deliveryId } = await aMessageReceived(app);
  await open();
  const told = await app.staff().call(track.recallMessage, { messageId: sent.messageId, ...all });
  expect(told.recipients[0]).toMatchObject({ recalledAt: expect.any(String), firstOpenedAt: expect.any(String) });
  await expect(open()).rejects.toMatchObject({ code: 'message_recalled' });
  const { entries } = await recipient.call(mailbox.listDeliveries, { folder: 'inbox' });
  expect(entries.find((entry) => entry.deliveryId === deliveryId)?.state).toBe('recalled');
  const unread = `${aKey().toLowerCase()}@client.example`;
  const other = await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address: unread, kind: 'to' }] }));
  await app.staff().call(track.recallMessage, { messageId: other.messageId, ...all });
  await app.work();
  expect(linkOf(app, unread)).toBe('');
});

test('a recall for one recipient leaves the others theirs; a colleague’s mail cannot be taken back', async () => {
  const [one, two] = [`${aKey().toLowerCase()}@client.example`, `${aKey().toLowerCase()}@client.example`];
  const recipients = [one, two, 'kim@harbour.example'].map((address) => ({ address, kind: 'to' as const }));
  const { sent, open } = await aMessageReceived(app, { recipients });
  const before = await app.staff().call(track.readSent, { messageId: sent.messageId });
  const second = before.recipients.find(({ address }) => address === two)?.deliveryId ?? '';
  const after = await app.staff().call(track.recallMessage, { messageId: sent.messageId, deliveryIds: [second] });
  expect(after.recipients.map(({ recalledAt }) => recalledAt !== null)).toEqual([false, true, false]);
  expect((await open()).subject).toBe('Your scan results');
  const whole = await app.staff().call(track.recallMessage, { messageId: sent.messageId, ...all });
  expect(whole.recipients.map(({ recalledAt }) => recalledAt !== null)).toEqual([true, true, false]);
});

test('what expired can be read again after an extension, and its reader gets a new notification', async () => {
  const { sent, open, address, recipient } = await aMessageReceived(app, { options: { expiresInDays: 1, allowReply: true } });
  app.clock.advance(DAY + HOUR);
  await expect(open()).rejects.toMatchObject({ code: 'not_signed_in' });
  await recipient.call(account.signIn, { address, password: PASSWORD });
  await expect(recipient.call(mailbox.openMessage, { deliveryId: linkOf(app, address) })).rejects.toMatchObject({
    code: 'message_expired',
  });
  const mails = app.sink.mailsTo(address).length;
  const told = await app.staff().call(track.extendMessage, { messageId: sent.messageId, expiresInDays: 7, ...all });
  expect(Date.parse(told.recipients[0]?.expiresAt ?? '')).toBe(app.clock.now().getTime() + 7 * DAY);
  await app.work();
  expect(app.sink.mailsTo(address)).toHaveLength(mails + 1);
  expect((await recipient.call(mailbox.openMessage, { deliveryId: linkOf(app, address) })).subject).toBe('Your scan results');
});

test('a server killed right after an extension leaves nobody waiting: the reader is notified, once', async () => {
  const { sent, address } = await aMessageReceived(app, { options: { expiresInDays: 1, allowReply: true } });
  app.clock.advance(DAY + HOUR);
  const notifications = () => notificationsTo(address);
  const before = notifications();
  const authorId = (await findMessage(sent.messageId))?.author.id ?? '';
  const later = new Date(app.clock.now().getTime() + DAY);
  expect(await extendIfSentBy({ messageId: sent.messageId, authorId, ...all }, later, app.clock.now())).toBe(true);
  await app.work();
  await app.staff().call(track.extendMessage, { messageId: sent.messageId, expiresInDays: 7, ...all });
  await app.work();
  expect(notifications()).toBe(before + 1);
});

test('ending now ends reading, and can be undone by extending; more than the organisation allows is refused', async () => {
  const { sent, open } = await aMessageReceived(app);
  await app.staff().call(track.endMessage, { messageId: sent.messageId, ...all });
  await expect(open()).rejects.toMatchObject({ code: 'message_expired' });
  const extend = (expiresInDays: number | null) =>
    app.staff().call(track.extendMessage, { messageId: sent.messageId, expiresInDays, ...all });
  await expect(extend(61)).rejects.toMatchObject({ code: 'against_policy', details: { limit: 60 } });
  await extend(null);
  expect((await open()).expiresAt).toBeNull();
  await app.staff().call(track.recallMessage, { messageId: sent.messageId, ...all });
  await expect(extend(5)).rejects.toMatchObject({ code: 'message_recalled' });
});

test('a notification is sent again once, however often it is asked for in ten minutes', async () => {
  const { sent, address, deliveryId } = await aMessageReceived(app);
  const notifications = () => notificationsTo(address);
  const before = notifications();
  const again = { messageId: sent.messageId, deliveryId };
  await Promise.all([app.staff().call(track.sendAgain, again), app.staff().call(track.sendAgain, again)]);
  await app.work();
  expect(notifications()).toBe(before + 1);
  await expect(app.staff().call(track.sendAgain, { ...again, deliveryId: aKey() })).rejects.toMatchObject({
    code: 'message_not_found',
  });
});

const notificationsTo = (address: string) =>
  app.sink.mailsTo(address).filter(({ mail }) => mail.subject?.startsWith('Secure message')).length;

test.each<[string, number[], number]>([
  ['at any moment of them', [0, 3 * MINUTE, 3 * MINUTE, 3 * MINUTE], 1],
  ['also where the clock is set back meanwhile', [0, -5 * MINUTE, 14 * MINUTE], 1],
  ['not later than that', [0, 10 * MINUTE], 2],
  ['not after a clock that was far ahead', [0, -DAY], 2],
])('asked for within ten minutes it is one mail: %s', async (_when, steps, mails) => {
  const address = `${aKey().toLowerCase()}@client.example`;
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await app.work();
  const deliveryId = linkOf(app, address);
  for (const step of steps) {
    app.clock.advance(step);
    await app.staff().call(track.sendAgain, { messageId, deliveryId });
  }
  app.clock.advance(2 * DAY);
  await app.work();
  expect(notificationsTo(address)).toBe(1 + mails);
});

test('a server killed right after it was asked to notify again owes the mail; what the mail before met is forgotten', async () => {
  const { sent, address, deliveryId } = await aMessageReceived(app);
  const authorId = (await findMessage(sent.messageId))?.author.id ?? '';
  const bounced = { bouncedAt: app.clock.now(), bounceReason: 'mailbox-full', delayedAt: app.clock.now() };
  await changeRecipient(deliveryId, bounced);
  const before = notificationsTo(address);
  const now = app.clock.now();
  const asked = [1, 2, 3].map(() => notifyAgainUnlessJustAsked({ messageId: sent.messageId, authorId }, deliveryId, now));
  expect((await Promise.all(asked)).toSorted()).toEqual([false, false, true]);
  await app.work();
  expect(notificationsTo(address)).toBe(before + 1);
  const told = () => app.staff().call(track.readSent, { messageId: sent.messageId });
  expect((await told()).recipients).toMatchObject([{ bouncedAt: null, bounceReason: null, delayedAt: null }]);
  await changeRecipient(deliveryId, bounced);
  await app.staff().call(track.sendAgain, { messageId: sent.messageId, deliveryId });
  expect((await told()).recipients).toMatchObject([{ bounceReason: 'mailbox-full' }]);
});

test('a wrong address loses the message and the right one gets it, in one step and only once', async () => {
  const { sent, deliveryId, open } = await aMessageReceived(app);
  const right = `${aKey().toLowerCase()}@client.example`;
  const correction = { messageId: sent.messageId, deliveryId, address: right, name: 'Pat Doe' };
  // Whoever asks again, since no answer came, is told what has been done.
  const answers = await Promise.all([1, 2, 3].map(() => app.staff().call(track.correctAddress, correction)));
  expect(new Set(answers.flatMap(({ recipients }) => recipients.map(({ deliveryId: id }) => id))).size).toBe(2);
  await app.work();
  expect(linkOf(app, right)).toMatch(/^[\w-]{22}$/);
  expect(app.sink.mailsTo(right)).toHaveLength(1);
  await expect(open()).rejects.toMatchObject({ code: 'message_recalled' });
  const { recipients } = await app.staff().call(track.readSent, { messageId: sent.messageId });
  expect(recipients.map(({ address }) => address)).toContain(right);
  const newest = recipients.find(({ address }) => address === right)?.deliveryId ?? '';
  await expect(app.staff().call(track.correctAddress, { ...correction, deliveryId: newest })).rejects.toMatchObject({
    code: 'address_has_message',
  });
});

test('nobody learns of or changes another person’s message', async () => {
  const { sent, deliveryId } = await aMessageReceived(app);
  const kim = app.staff('lee');
  const message = { messageId: sent.messageId };
  const refused = { code: 'message_not_found' };
  await expect(kim.call(track.readSent, message)).rejects.toMatchObject(refused);
  await expect(kim.call(track.recallMessage, { ...message, ...all })).rejects.toMatchObject(refused);
  await expect(kim.call(track.endMessage, { ...message, ...all })).rejects.toMatchObject(refused);
  await expect(kim.call(track.extendMessage, { ...message, ...all, expiresInDays: 3 })).rejects.toMatchObject(refused);
  await expect(kim.call(track.sendAgain, { ...message, deliveryId })).rejects.toMatchObject(refused);
  await expect(kim.call(track.correctAddress, { ...message, deliveryId, address: 'a@b.example' })).rejects.toMatchObject(refused);
  expect((await app.staff().call(track.readSent, message)).recipients[0]?.recalledAt).toBeNull();
});

test.each<[string, object]>([
  ['nobody', { deliveryIds: [] }],
  ['an operator', { deliveryIds: { $ne: null } }],
  ['more than a hundred', { deliveryIds: Array.from({ length: 101 }, () => aKey()) }],
])('a recall for %s is refused', async (_whom, wrong) => {
  const headers = { 'content-type': 'application/json' };
  const answer = await app
    .staff()
    .fetch(`/api/track/messages/${aKey()}/recall`, { method: 'POST', body: JSON.stringify(wrong), headers });
  expect(answer.status).toBe(400);
});
