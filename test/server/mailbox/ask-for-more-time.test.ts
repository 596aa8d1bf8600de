import { expect, test } from '@jest/globals';
import * as mailbox from '../../../contract/mailbox.ts';
import { purgeMessages } from '../../../server/expire/purge-messages.ts';
import { projectOwed } from '../../../server/worker.ts';
import { changeRecipient } from '../../support/change-message.ts';
import { aKey, aMessageReceived, linkOf, signedIn, textOf } from '../../support/story.ts';
import { type TestApp, useApp } from '../../support/test-app.ts';
import { DAY, HOUR } from '../../support/test-clock.ts';

const app = useApp();

/** A message of one day, two days later. */
async function anExpiredMessage() {
  const received = await aMessageReceived(app, { options: { expiresInDays: 1, allowReply: true }, subject: 'Your scan results' });
  app.clock.advance(2 * DAY);
  const recipient = await signedIn(app, received.address);
  const { deliveryId } = received;
  return { ...received, recipient, ask: () => recipient.call(mailbox.askForMoreTime, { deliveryId }) };
}

const askingMails = ({ sink }: TestApp, address: string) =>
  sink.mailsTo('alex@harbour.example').filter((one) => textOf(one).includes(`to ${address} `));

test('the sender gets a mail that says who asks for which message', async () => {
  const { address, recipient, deliveryId, ask } = await anExpiredMessage();
  const { askedAt } = await ask();
  expect(askedAt).toBe(app.clock.now().toISOString());
  await app.work();
  const [mail] = askingMails(app, address);
  expect(mail?.mail.subject).toBe(`${address} asks for more time`);
  expect(mail && textOf(mail)).toContain('Subject: Your scan results');
  expect(mail && textOf(mail)).toContain('has expired');
  expect(await recipient.call(mailbox.readEntry, { deliveryId })).toMatchObject({ state: 'expired', moreTimeAskedAt: askedAt });
});

test('asking again within a day sends nothing more, a day later it does', async () => {
  const { address, ask } = await anExpiredMessage();
  const { askedAt } = await ask();
  await Promise.all([ask(), ask(), ask()]);
  app.clock.advance(HOUR);
  const again = await signedIn(app, address);
  const [{ deliveryId } = { deliveryId: '' }] = (await again.call(mailbox.listDeliveries, { folder: 'inbox' })).entries;
  expect(await again.call(mailbox.askForMoreTime, { deliveryId })).toEqual({ askedAt });
  await app.work();
  expect(askingMails(app, address)).toHaveLength(1);
  app.clock.advance(DAY);
  const later = await signedIn(app, address);
  expect((await later.call(mailbox.askForMoreTime, { deliveryId })).askedAt).not.toBe(askedAt);
  await app.work();
  expect(askingMails(app, address)).toHaveLength(2);
});

test('of many requests at once one counts', async () => {
  const { address, ask } = await anExpiredMessage();
  const answers = await Promise.all(Array.from({ length: 8 }, ask));
  expect(new Set(answers.map(({ askedAt }) => askedAt)).size).toBe(1);
  await Promise.all([projectOwed(app.context), projectOwed(app.context)]);
  await app.work();
  expect(askingMails(app, address)).toHaveLength(1);
});

test('a message that was taken back may be asked for as well', async () => {
  const { deliveryId, address, recipient } = await aMessageReceived(app);
  await changeRecipient(deliveryId, { recalledAt: app.clock.now() });
  await recipient.call(mailbox.askForMoreTime, { deliveryId });
  await app.work();
  const [mail] = askingMails(app, address);
  expect(mail && textOf(mail)).toContain('was taken back');
  expect(await recipient.call(mailbox.readEntry, { deliveryId })).toMatchObject({ state: 'recalled' });
});

test('a message that can be read needs no more time', async () => {
  const { deliveryId, recipient } = await aMessageReceived(app);
  await expect(recipient.call(mailbox.askForMoreTime, { deliveryId })).rejects.toMatchObject({ code: 'message_still_readable' });
});

test('what is gone for good says so in the list and when asked for: nobody is told that a mail went', async () => {
  const { address, deliveryId, recipient, ask } = await anExpiredMessage();
  expect(await recipient.call(mailbox.readEntry, { deliveryId })).toMatchObject({ isRemoved: false });
  await ask();
  await app.work();
  app.clock.advance(31 * DAY);
  await purgeMessages(app.context);
  const later = await signedIn(app, address);
  await expect(later.call(mailbox.openMessage, { deliveryId })).rejects.toMatchObject({ code: 'message_expired' });
  expect(await later.call(mailbox.readEntry, { deliveryId })).toMatchObject({ state: 'expired', isRemoved: true });
  await expect(later.call(mailbox.askForMoreTime, { deliveryId })).rejects.toMatchObject({ code: 'message_expired' });
  await app.work();
  expect(askingMails(app, address)).toHaveLength(1);
});

test('the mail is not sent once the message can be read again', async () => {
  const { deliveryId, address, ask } = await anExpiredMessage();
  await ask();
  await changeRecipient(deliveryId, { expiresAt: new Date(app.clock.now().getTime() + DAY) });
  await app.work();
  expect(askingMails(app, address)).toEqual([]);
});

test('nobody asks for a message of somebody else', async () => {
  const { deliveryId } = await anExpiredMessage();
  const other = await aMessageReceived(app);
  for (const id of [deliveryId, aKey()])
    await expect(other.recipient.call(mailbox.askForMoreTime, { deliveryId: id })).rejects.toMatchObject({
      code: 'message_not_found',
    });
  await expect(other.recipient.call(mailbox.readEntry, { deliveryId })).rejects.toMatchObject({ code: 'message_not_found' });
});

test('a reader asks for themselves: the other recipients of the message are left as they are', async () => {
  const recipients = [aKey(), aKey()].map((name) => ({ address: `${name.toLowerCase()}@client.example`, kind: 'to' as const }));
  const { recipient, deliveryId } = await aMessageReceived(app, { recipients });
  for (const { address } of recipients) await changeRecipient(linkOf(app, address), { recalledAt: app.clock.now() });
  await recipient.call(mailbox.askForMoreTime, { deliveryId });
  await app.work();
  expect(askingMails(app, recipients[0]?.address ?? '')).toHaveLength(1);
  expect(askingMails(app, recipients[1]?.address ?? '')).toHaveLength(0);
});
