import { expect, jest, test } from '@jest/globals';
import * as mailbox from '../../../contract/mailbox.ts';
import * as send from '../../../contract/send.ts';
import { aMessage, aMessageReceived, enrol, linkOf, signedIn, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY } from '../../support/test-clock.ts';

const app = useApp();
jest.setTimeout(30_000);

test('a message is accepted and its recipient reads it as it was written', async () => {
  const { sent, open, message } = await aMessageReceived(app);
  expect(sent.recipientCount).toBe(1);
  expect(sent.acceptedAt).toBe(app.clock.now().toISOString());
  expect(await open()).toMatchObject({
    subject: message.subject,
    html: message.html,
    sender: { address: 'alex@harbour.example', name: 'Alex Morgan' },
    expiresAt: new Date(app.clock.now().getTime() + 30 * DAY).toISOString(),
    mayReply: true,
  });
});

test('the notification holds neither text nor subject', async () => {
  const { address } = await aMessageReceived(app);
  const [notification] = app.sink.mailsTo(address);
  expect(notification).toBeDefined();
  if (!notification) return;
  expect(textOf(notification)).not.toMatch(/scan results|all is well/i);
  expect(notification.mail.subject).toBe('Secure message from Alex Morgan');
});

test('a repeated send with the same key makes one message and gives the same answer', async () => {
  const staff = app.staff();
  const message = aMessage({ recipients: [{ address: 'once@client.example', kind: 'to' }] });
  const answers = await Promise.all(Array.from({ length: 8 }, () => staff.call(send.sendMessage, message)));
  await app.work();
  await app.work();
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(app.sink.mailsTo('once@client.example')).toHaveLength(1);
});

test('an address given several times, in whatever capitals, is one recipient: To before Cc before Bcc', async () => {
  const recipients = [
    { address: 'Twice@Client.Example', name: 'As Bcc', kind: 'bcc' },
    { address: 'twice@client.example', name: 'As Cc', kind: 'cc' },
    { address: 'TWICE@CLIENT.EXAMPLE', name: 'As To', kind: 'to' },
    { address: 'twice@client.example', name: 'As To again', kind: 'to' },
    { address: 'other@client.example', name: 'Other', kind: 'bcc' },
    { address: 'other@CLIENT.example', name: 'Other', kind: 'cc' },
  ] as const;
  const sent = await app.staff().call(send.sendMessage, aMessage({ recipients: [...recipients] }));
  await app.work();
  expect(sent.recipientCount).toBe(2);
  expect(app.sink.mailsTo('twice@client.example')).toHaveLength(1);
  const deliveryId = linkOf(app, 'twice@client.example');
  await enrol(app, deliveryId, 'twice@client.example');
  const opened = await (await signedIn(app, 'twice@client.example')).call(mailbox.openMessage, { deliveryId });
  expect(opened.to).toEqual([{ address: 'twice@client.example', name: 'As To' }]);
  expect(opened.cc).toEqual([{ address: 'other@client.example', name: 'Other' }]);
});

test('a domain in its own script is the same address as its ASCII form', async () => {
  const recipients = [
    { address: 'pat@müller.example', kind: 'to' as const },
    { address: 'pat@xn--mller-kva.example', kind: 'cc' as const },
  ];
  const sent = await app.staff().call(send.sendMessage, aMessage({ recipients }));
  await app.work();
  expect(sent.recipientCount).toBe(1);
  // The sink shows domains in their own script.
  expect(app.sink.mailsTo('pat@müller.example')).toHaveLength(1);
});

test('a Bcc recipient reads the message and nobody else learns of them', async () => {
  const recipients = [
    { address: 'open@client.example', kind: 'to' as const },
    { address: 'hidden@client.example', kind: 'bcc' as const },
  ];
  const { open, recipient } = await aMessageReceived(app, { recipients });
  expect(JSON.stringify(await open())).not.toContain('hidden');
  expect(JSON.stringify(await recipient.call(mailbox.listDeliveries, { folder: 'inbox' }))).not.toContain('hidden');
  const deliveryId = linkOf(app, 'hidden@client.example');
  await enrol(app, deliveryId, 'hidden@client.example');
  const opened = await (await signedIn(app, 'hidden@client.example')).call(mailbox.openMessage, { deliveryId });
  expect(opened.to.map(({ address }) => address)).toEqual(['open@client.example']);
});

test('a message without subject or text, with emoji in its subject, or of five megabytes, is a message', async () => {
  expect((await (await aMessageReceived(app, { subject: '', html: '' })).open()).html).toBe('');
  const html = 'ü'.repeat((5 * 1024 * 1024) / 2);
  const subject = 'Röntgen 👩‍⚕️🩻';
  expect(await (await aMessageReceived(app, { html, subject })).open()).toMatchObject({ html, subject });
});

test('the policy tells the pane what the server enforces', async () => {
  const policy = await app.staff().call(send.readSendPolicy, {});
  expect(policy).toMatchObject({
    organisationName: 'Harbour Clinic',
    organisationDomains: ['harbour.example'],
    maxAttachmentsBytes: 150 * 1024 * 1024,
    maxExpiresInDays: 365,
    mayNeverExpire: true,
    defaults: { expiresInDays: 30, allowReply: true },
  });
  expect(policy.maxInsideBytes).toBeLessThan(35 * 1024 * 1024);
});

test('a hundred recipients are served, however often they are repeated', async () => {
  const hundred = Array.from({ length: 100 }, (_, n) => ({ address: `n${n}@crowd.example`, kind: 'to' as const }));
  const again = hundred.map(({ address }) => ({ address: address.toUpperCase(), kind: 'cc' as const }));
  const sent = await app.staff().call(send.sendMessage, aMessage({ recipients: [...hundred, ...again] }));
  expect(sent.recipientCount).toBe(100);
});
