import { expect, jest, test } from '@jest/globals';
import * as compose from '../../../contract/compose.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import * as track from '../../../contract/track.ts';
import { changeRecipient } from '../../support/change-message.ts';
import type { Client } from '../../support/client.ts';
import { aKey, aMessageReceived, enrol, linkOf, signedIn } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { SECOND } from '../../support/test-clock.ts';

const app = useApp();
jest.setTimeout(60_000);

const outside = () => `${aKey().toLowerCase()}@client.example`;
const SECRET = 'ciprofloxacin';
const html = `<p>Please take ${SECRET}.</p>`;

const answer = async (client: Client, deliveryId: string, isToAll = false, words = 'Thank you kindly') => {
  app.clock.advance(SECOND);
  const reply = { sendKey: aKey(), deliveryId, isToAll, hasQuote: true, html: `<p>${words}</p>`, attachments: [] };
  await client.call(compose.sendReply, reply);
};
const openNewest = async (client: Client, folder: 'sent' | 'inbox') => {
  const { entries } = await client.call(mailbox.listDeliveries, { folder });
  return client.call(mailbox.openMessage, { deliveryId: entries[0]?.deliveryId ?? '' });
};
const savedText = async (client: Client, deliveryId: string) => {
  const file = await (await client.fetch(`/api/mailbox/deliveries/${deliveryId}/message.eml`)).text();
  return [...file.matchAll(/base64\r\n\r\n([A-Za-z0-9+/=\r\n]+)/g)]
    .map(([, part = '']) => Buffer.from(part, 'base64').toString())
    .join();
};
const foundIn = async (client: Client, text: string) =>
  (await client.call(mailbox.searchDeliveries, { text })).entries.map(({ folder }) => folder);
const mailedTo = (address: string, from: string) =>
  app.sink.mailsTo(address).findLast(({ mail }) => mail.replyTo?.[0]?.address === from)?.mail.html ?? '';

/** Somebody who answered a message, which stands below the answer. */
async function anAnswer(options = {}) {
  const received = await aMessageReceived(app, { html, options: { expiresInDays: 30, allowReply: true, ...options } });
  await answer(received.recipient, received.deliveryId);
  await app.work();
  await app.work();
  return received;
}

test('what an answer quotes is read, saved and printed from Sent until the original is taken back; then only the answer is left', async () => {
  const { recipient, sent, address } = await anAnswer();
  const opened = await openNewest(recipient, 'sent');
  expect(opened.html).toMatch(new RegExp(`kindly.*<blockquote.*${SECRET}`, 's'));
  expect(opened.mayPrint).toBe(true);
  expect(await savedText(recipient, opened.deliveryId)).toContain(SECRET);
  expect(await foundIn(recipient, SECRET)).toEqual(['inbox']);
  expect(mailedTo('alex@harbour.example', address)).toContain(SECRET);

  await app.staff().call(track.recallMessage, { messageId: sent.messageId, deliveryIds: null });
  await app.work();
  expect((await openNewest(recipient, 'sent')).html).toBe('<p>Thank you kindly</p>');
  const saved = await savedText(recipient, opened.deliveryId);
  expect(saved).toContain('kindly');
  expect(saved).not.toContain(SECRET);
  expect(await foundIn(recipient, SECRET)).toEqual([]);
  expect(await foundIn(recipient, 'kindly')).toEqual(['sent']);
});

test('an answer is no way to print or save what may be neither', async () => {
  const { recipient } = await anAnswer({ allowPrint: false, allowDownload: false });
  const opened = await openNewest(recipient, 'sent');
  expect(opened.html).toContain(SECRET);
  expect(opened).toMatchObject({ mayPrint: false, mayDownload: true });
  const saved = await savedText(recipient, opened.deliveryId);
  expect(saved).toContain('kindly');
  expect(saved).not.toContain(SECRET);
});

test('an answer to all brings the quote to nobody whose time has ended, and an answer to that answer carries it no further', async () => {
  const [pat, kim, lee] = [outside(), outside(), outside()];
  const recipients = [pat, kim, lee].map((address) => ({ address, kind: 'to' as const }));
  const { recipient, deliveryId, sent } = await aMessageReceived(app, { html, recipients });
  const links = [linkOf(app, kim), linkOf(app, lee)];
  for (const [index, address] of [kim, lee].entries()) await enrol(app, links[index] ?? '', address);
  const [kims, lees] = [await signedIn(app, kim), await signedIn(app, lee)];
  await app.staff().call(track.endMessage, { messageId: sent.messageId, deliveryIds: [links[0] ?? ''] });
  await answer(recipient, deliveryId, true);
  await app.work();
  await app.work();
  expect((await openNewest(kims, 'inbox')).html).toBe('<p>Thank you kindly</p>');
  expect((await openNewest(lees, 'inbox')).html).toContain(SECRET);
  expect(await foundIn(kims, SECRET)).toEqual([]);

  const entries = await Promise.all([kims, lees].map((one) => openNewest(one, 'inbox')));
  for (const [index, client] of [kims, lees].entries()) {
    await answer(client, entries[index]?.deliveryId ?? '', false, 'Good news');
    await app.work();
    await app.work();
    const got = await openNewest(recipient, 'inbox');
    expect(got.html).toMatch(/Good news.*Thank you kindly/s);
    expect(got.html.includes(SECRET)).toBe(client === lees);
  }
});

test('a colleague the original was taken back from gets an answer by mail without it', async () => {
  const colleague = `${aKey().toLowerCase()}@harbour.example`;
  const recipients = [outside(), colleague].map((address) => ({ address, kind: 'to' as const }));
  const { recipient, deliveryId, sent, address } = await aMessageReceived(app, { html, recipients });
  await answer(recipient, deliveryId, true);
  const { recipients: tracked } = await app.staff().call(track.readSent, { messageId: sent.messageId });
  const theirs = tracked.find((one) => one.address === colleague)?.deliveryId ?? '';
  await changeRecipient(theirs, { recalledAt: app.clock.now() });
  await app.work();
  expect(mailedTo('alex@harbour.example', address)).toContain(SECRET);
  expect(mailedTo(colleague, address)).toContain('kindly');
  expect(mailedTo(colleague, address)).not.toContain(SECRET);
});

test('where the organisation wants no quotes, asking for one brings none', async () => {
  const { config } = app.context;
  Object.assign(app.context, { config: { ...config, QUOTE_ORIGINAL: false } });
  const { recipient, address } = await anAnswer();
  Object.assign(app.context, { config });
  expect((await openNewest(recipient, 'sent')).html).toBe('<p>Thank you kindly</p>');
  expect(mailedTo('alex@harbour.example', address)).not.toContain(SECRET);
});
