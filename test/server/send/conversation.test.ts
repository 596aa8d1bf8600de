import { expect, test } from '@jest/globals';
import * as compose from '../../../contract/compose.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import * as send from '../../../contract/send.ts';
import { findAnswered } from '../../../server/send/find-answered.ts';
import { messageNamedBy } from '../../../server/mail/mail-message-id.ts';
import { aKey, aMessage, aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp({ SHARED_MAILBOXES: 'reception@harbour.example=lee@harbour.example' });
const shared = [{ address: 'reception@harbour.example', kind: 'to' as const }];
const lee = { id: 'tenant.lee', name: 'Dr. Lee' } as const;

const idOfMail = (address: string) => {
  const mail = app.sink.mailsTo(address).at(-1);
  return /^Message-ID:\s+(<[^>]+>)/im.exec(mail?.raw.toString() ?? '')?.[1] ?? '';
};

/** Pat answers Alex's message in the portal; what reaches Alex's Outlook is answered there. */
async function answered() {
  const received = await aMessageReceived(app);
  const { recipient, deliveryId, address } = received;
  app.clock.advance(MINUTE);
  await recipient.call(compose.sendReply, { sendKey: aKey(), deliveryId, html: '<p>Thank you.</p>', attachments: [] });
  app.clock.advance(MINUTE);
  await app.work();
  const to = [{ address, kind: 'to' as const }];
  return { ...received, to, mailId: idOfMail('alex@harbour.example') };
}

test('an answer from Outlook to a secure mail joins the conversation in the portal', async () => {
  const { recipient, deliveryId, to, mailId } = await answered();
  const message = aMessage({ recipients: to, subject: 'Re: Your scan results', inReplyTo: mailId });
  const { messageId } = await app.staff().call(send.sendMessage, message);
  expect((await app.staff().call(send.sendMessage, message)).messageId).toBe(messageId);
  await app.work();
  const { entries } = await recipient.call(mailbox.readThread, { deliveryId });
  expect(entries.map(({ folder, subject }) => [folder, subject])).toEqual([
    ['inbox', 'Re: Your scan results'],
    ['sent', 'Re: Your scan results'],
  ]);
});

test('a conversation shows only what the reader has, and not what was deleted', async () => {
  const { recipient, deliveryId, mailId } = await answered();
  const kim = [{ address: 'kim@insurer.example', kind: 'to' as const }];
  await app.staff().call(send.sendMessage, aMessage({ recipients: kim, inReplyTo: mailId }));
  await app.work();
  const thread = async () => (await recipient.call(mailbox.readThread, { deliveryId })).entries;
  const [own] = await thread();
  expect(await thread()).toHaveLength(1);
  await recipient.call(mailbox.changeDeliveries, { deliveryIds: [own?.deliveryId ?? ''], change: 'delete' });
  expect(await thread()).toEqual([]);
});

test('who had no part in a message does not join its conversation, and is not told that there is one', async () => {
  const { recipient, deliveryId, to, mailId } = await answered();
  const stranger = aMessage({ from: 'lee@harbour.example', recipients: to, inReplyTo: mailId });
  await app.staff('lee').call(send.sendMessage, stranger);
  await app.work();
  expect((await recipient.call(mailbox.readThread, { deliveryId })).entries).toHaveLength(1);
});

test('the conversation of somebody else’s message cannot be read', async () => {
  const { deliveryId } = await aMessageReceived(app);
  const { recipient } = await aMessageReceived(app);
  await expect(recipient.call(mailbox.readThread, { deliveryId })).rejects.toMatchObject({ code: 'message_not_found' });
});

test.each([
  ['none of ours', '<abc@mail.example>'],
  ['of another domain', `<message.${'a'.repeat(22)}@mail.example>`],
  ['of a code mail', `<${'a'.repeat(32)}@harbour.example>`],
  ['unknown', `<message.${'a'.repeat(22)}@harbour.example>`],
  ['no id', 'message'],
  ['500 brackets', '<'.repeat(500)],
])('a mail that is %s begins a conversation of its own', async (_what, inReplyTo) => {
  const { recipientCount } = await app.staff().call(send.sendMessage, aMessage({ inReplyTo }));
  expect(recipientCount).toBe(1);
});

test('only a Message-ID of our own names a message', () => {
  const config = { ORGANISATION_POSTMASTER: 'secure@harbour.example' };
  const id = 'aB3_-'.repeat(4) + 'aB';
  expect(messageNamedBy(`<message.${id}@harbour.example>`, config)).toBe(id);
  expect(messageNamedBy(` <message.${id}.${'0f'.repeat(16)}@HARBOUR.example> `, config)).toBe(id);
  expect(messageNamedBy(`<message.${id}@harbour.example><x@y>`, config)).toBeNull();
  expect(messageNamedBy(`<message.${id}x@harbour.example>`, config)).toBeNull();
});

test('who answers from a shared mailbox answers what came to it', async () => {
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients: shared }));
  const inReplyTo = `<message.${messageId}@harbour.example>`;
  const caller = { ...lee, addresses: ['lee@harbour.example'] };
  expect(await findAnswered(inReplyTo, caller, app.context)).toMatchObject({ messageId });
  expect(await findAnswered(inReplyTo, { ...caller, addresses: ['robin@harbour.example'] }, app.context)).toBeNull();
});
