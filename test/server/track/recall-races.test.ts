import { beforeAll, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import { sendReply } from '../../../contract/compose.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import { sendMessage } from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { projectMessage } from '../../../server/message/project-message.ts';
import type { Client } from '../../support/client.ts';
import { aKey, aMessage, aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
jest.setTimeout(60_000);

const ROUNDS = 6;
const all = { deliveryIds: null };
let reader: Client;
let address: string;

beforeAll(async () => {
  ({ recipient: reader, address } = await aMessageReceived(app));
}, 60_000);

/** A message that waits in the reader's mailbox, and what can be done with it at the same moment. */
async function aWaitingMessage() {
  const { messageId } = await app.staff().call(sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await projectMessage(messageId, app.context);
  const told = () => app.staff().call(track.readSent, { messageId });
  const deliveryId = (await told()).recipients[0]?.deliveryId ?? '';
  return {
    messageId,
    deliveryId,
    told: async () => (await told()).recipients[0],
    recall: () => app.staff().call(track.recallMessage, { messageId, ...all }),
    extend: () => app.staff().call(track.extendMessage, { messageId, ...all, expiresInDays: 60 }),
    open: () => reader.call(mailbox.openMessage, { deliveryId }),
    reply: () => reader.call(sendReply, { sendKey: aKey(), deliveryId, html: '<p>Thank you</p>', attachments: [] }),
  };
}

/** The code of what was refused, null for what was done. */
const outcome = (step: Promise<unknown>) =>
  step.then(
    () => null,
    (failure: { code?: string }) => failure.code ?? String(failure),
  );

const RECALLED = 'message_recalled';

test('recalled while it is opened: the opening is either refused or known to the sender, and the next one is refused', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { open, recall, told } = await aWaitingMessage();
    const [opened] = await Promise.all([outcome(open()), recall()]);
    expect([null, RECALLED]).toContain(opened);
    expect((await told())?.firstOpenedAt !== null).toBe(opened === null);
    expect(await outcome(open())).toBe(RECALLED);
  }
});

test('recalled while it is answered: a reply that was accepted is told, the next one is refused', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { reply, recall, told } = await aWaitingMessage();
    const [replied] = await Promise.all([outcome(reply()), recall()]);
    await app.work();
    expect([null, RECALLED]).toContain(replied);
    expect((await told())?.repliedAt !== null).toBe(replied === null);
    expect(await outcome(reply())).toBe(RECALLED);
  }
});

test('recalled while it is extended: it is recalled, whichever came first', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { extend, recall, open, told } = await aWaitingMessage();
    const [extended] = await Promise.all([outcome(extend()), recall()]);
    expect([null, RECALLED]).toContain(extended);
    expect((await told())?.recalledAt).not.toBeNull();
    expect(await outcome(open())).toBe(RECALLED);
    expect(await outcome(extend())).toBe(RECALLED);
  }
});

test('recalled while it is projected, by several servers: the mailbox shows it recalled in the end', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { recall, messageId, deliveryId } = await aWaitingMessage();
    await mongoose.connection
      .collection('messages')
      .updateOne({ _id: messageId } as object, { $set: { isProjectionOwed: true } });
    await Promise.all([projectMessage(messageId, app.context), recall(), projectMessage(messageId, app.context)]);
    await app.work();
    expect(await reader.call(mailbox.readEntry, { deliveryId })).toMatchObject({ state: 'recalled' });
  }
});
