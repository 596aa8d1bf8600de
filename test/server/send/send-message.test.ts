import { expect, test } from '@jest/globals';
import * as send from '../../../contract/send.ts';
import { aMessage, aMessageReceived, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();

test('a message is accepted and its recipient reads it as it was written', async () => {
  const { sent, open, message } = await aMessageReceived(app);
  expect(sent.recipientCount).toBe(1);
  const opened = await open();
  expect(opened).toMatchObject({
    subject: message.subject,
    html: message.html,
    sender: { address: 'alex@harbour.example', name: 'Alex Morgan' },
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
