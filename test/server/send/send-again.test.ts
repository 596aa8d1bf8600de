import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { InputOf } from '../../../contract/endpoint.ts';
import * as send from '../../../contract/send.ts';
import { aMessage, aMessageReceived, anUpload } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();

type Message = InputOf<typeof send.sendMessage>;

const sendIt = (message: Message) => app.staff().call(send.sendMessage, message);
const reused = { code: 'send_key_reused' };

async function aSentMessage(changes: Partial<Message> = {}): Promise<Message> {
  const message = aMessage({
    recipients: [
      { address: 'pat@client.example', name: 'Pat Doe', kind: 'to' },
      { address: 'kim@client.example', name: 'Kim', kind: 'cc' },
    ],
    ...changes,
  });
  await sendIt(message);
  return message;
}

test.each<[string, Partial<Message>]>([
  ['another text', { html: '<p>Dear Pat, all is not well.</p>' }],
  ['another subject', { subject: 'Your other results' }],
  ['another end', { options: { expiresInDays: 29, allowReply: true } }],
  ['no end', { options: { expiresInDays: null, allowReply: true } }],
  ['another right to reply', { options: { expiresInDays: 30, allowReply: false } }],
  ['a recipient less', { recipients: [{ address: 'pat@client.example', name: 'Pat Doe', kind: 'to' }] }],
  [
    'a recipient moved to Bcc',
    {
      recipients: [
        { address: 'pat@client.example', name: 'Pat Doe', kind: 'to' },
        { address: 'kim@client.example', name: 'Kim', kind: 'bcc' },
      ],
    },
  ],
])('a send key used again with %s is refused', async (_what, changes) => {
  const message = await aSentMessage();
  await expect(sendIt({ ...message, ...changes })).rejects.toMatchObject(reused);
});

test('the same key by another sender is another message', async () => {
  const message = await aSentMessage();
  const own = await sendIt(message);
  const other = await app.staff('robin').call(send.sendMessage, { ...message, from: 'robin@harbour.example' });
  expect(other.messageId).not.toBe(own.messageId);
});

test('recipients in other capitals are the same content', async () => {
  const message = await aSentMessage();
  const [first, second] = message.recipients;
  if (!first || !second) throw new Error('no recipients');
  const again = await sendIt({ ...message, recipients: [{ ...first, address: 'PAT@Client.Example' }, second] });
  expect(again).toEqual(await sendIt(message));
});

test('a retry that uploads the same files again gets the same answer', async () => {
  const staff = app.staff();
  const attachments = [await anUpload(staff, 'one', 'one.pdf'), await anUpload(staff, 'two', 'two.pdf')];
  const message = aMessage({ attachments });
  const first = await sendIt(message);
  const anew = [await anUpload(staff, 'one', 'one.pdf'), await anUpload(staff, 'two', 'two.pdf')];
  expect(await sendIt({ ...message, attachments: anew })).toEqual(first);
  expect(await sendIt(message)).toEqual(first);
  const mixed = [attachments[0], anew[1]].filter((file) => file !== undefined);
  expect(await sendIt({ ...message, attachments: mixed })).toEqual(first);
});

test('the same names with other bytes, or the same bytes under other names, types or in another order, are other content', async () => {
  const staff = app.staff();
  const files = [await anUpload(staff, 'one', 'one.pdf'), await anUpload(staff, 'two', 'two.pdf')];
  const message = await aSentMessage({ attachments: files });
  const [one, two] = files;
  const other = await anUpload(staff, 'ONE', 'one.pdf');
  if (!one || !two) throw new Error('no files');
  for (const attachments of [
    [other, two],
    [two, one],
    [one],
    [],
    [{ ...one, name: 'uno.pdf' }, two],
    [{ ...one, contentType: 'text/plain' }, two],
    [{ ...one, contentId: 'picture' }, two],
    [
      { ...one, uploadId: two.uploadId },
      { ...two, uploadId: one.uploadId },
    ],
  ])
    await expect(sendIt({ ...message, attachments })).rejects.toMatchObject(reused);
});

test('eight sends at the same moment with one key and the same files make one message and one notification', async () => {
  const attachments = [await anUpload(app.staff(), 'one'), await anUpload(app.staff(), 'two')];
  const message = aMessage({ attachments, recipients: [{ address: 'eight@client.example', kind: 'to' }] });
  const answers = await Promise.all(Array.from({ length: 8 }, () => sendIt(message)));
  await Promise.all([app.work(), app.work()]);
  await app.work();
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(app.sink.mailsTo('eight@client.example')).toHaveLength(1);
});

test('a pane that lost the answer learns what became of its send', async () => {
  const staff = app.staff();
  const message = aMessage();
  expect(await staff.call(send.findSend, { sendKey: message.sendKey })).toEqual({ accepted: null });
  const accepted = await sendIt(message);
  expect(await staff.call(send.findSend, { sendKey: message.sendKey })).toEqual({ accepted });
});

test('a retry after the message was read and answered changes nothing of it', async () => {
  const { message, sent, open } = await aMessageReceived(app);
  await open();
  const before = await mongoose.connection.collection('messages').findOne({ _id: sent.messageId } as object);
  expect(await sendIt(message)).toEqual(sent);
  expect(await mongoose.connection.collection('messages').findOne({ _id: sent.messageId } as object)).toEqual(before);
});

/** How each look at a message was asked for while `work` ran: of whatever this server holds, or only of what a majority does. */
async function concernsOf(work: () => Promise<unknown>): Promise<unknown[]> {
  const concerns: unknown[] = [];
  mongoose.set('debug', (collection: string, method: string, ...[, options]: { readConcern?: unknown }[]) => {
    if (collection === 'messages' && method === 'findOne') concerns.push(options?.readConcern);
  });
  try {
    await work();
  } finally {
    mongoose.set('debug', false);
  }
  return concerns;
}

test('what a fail-over could still take back is never told as accepted', async () => {
  const staff = app.staff();
  const message = aMessage({ attachments: [await anUpload(staff, 'bytes')] });
  await sendIt(message);
  const majority = { level: 'majority' };
  expect(await concernsOf(() => sendIt(message))).toEqual([majority]);
  expect(await concernsOf(() => staff.call(send.findSend, { sendKey: message.sendKey }))).toEqual([majority]);
});
