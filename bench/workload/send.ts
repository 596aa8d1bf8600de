import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { sendMessage } from '../../contract/send.ts';
import { unsealMessageContent } from '../../server/security/message-content.ts';
import { findMessage } from '../../server/store/messages.ts';
import { compare } from '../measure/compare.ts';
import { drive } from '../measure/drive.ts';
import type { Figure } from '../measure/figure.ts';
import { createHttpClient } from '../stage/http-client.ts';
import type { Stage } from '../stage/open-stage.ts';
import type { WorkloadSize } from './workload-size.ts';

const atATime = 8;
const html = `<p>${'All is well. '.repeat(315)}</p>`;

function bodyOf(sendKey: string) {
  return {
    sendKey,
    from: 'alex@harbour.example',
    recipients: [{ address: 'pat@client.example', name: 'Pat Doe', kind: 'to' }],
    subject: 'Your scan results',
    html,
    attachments: [],
    options: { expiresInDays: 30, allowReply: true },
  };
}

/** Messages of 4 KB to one recipient, authenticated and durable, eight at a time, beside an Express that verifies, parses, seals and inserts. */
export async function measureSend(stage: Stage, { repetitions, sends }: WorkloadSize): Promise<Figure[]> {
  const product = await stage.startProduct();
  const floor = await stage.startFloor();
  const [ours, theirs] = [createHttpClient(product.port), createHttpClient(floor.port)];
  const headers = {
    authorization: `Bearer ${await stage.identity.token()}`,
    origin: stage.publicOrigin,
    'content-type': 'application/json',
  };
  const path = sendMessage.path;
  let lastMessageId = '';
  const send = async () => {
    const sendKey = randomBytes(16).toString('base64url');
    const answer = await ours.ask({ method: 'POST', path, headers, body: JSON.stringify(bodyOf(sendKey)), status: 201 });
    const accepted = sendMessage.output.parse(JSON.parse(answer));
    assert.equal(accepted.recipientCount, 1);
    lastMessageId = accepted.messageId;
  };
  await send();
  const floorHeaders = { ...headers, 'x-filler': String(await fillerFor(lastMessageId)) };
  const sendToFloor = async () => {
    const sendKey = randomBytes(16).toString('base64url');
    const request = { path: '/send', headers: floorHeaders, body: JSON.stringify(bodyOf(sendKey)), status: 201 };
    const accepted = sendMessage.output.parse(JSON.parse(await theirs.ask({ method: 'POST', ...request })));
    assert.equal(accepted.recipientCount, 1);
  };
  const figure = await compare({
    workload: 'send, 4 KB, 1 recipient, 8 at a time',
    unit: 'messages/s',
    target: { atLeast: 0.55 },
    repetitions,
    product: async () => sends / (await drive(sends, atATime, send)),
    against: async () => sends / (await drive(sends, atATime, sendToFloor)),
  });
  await assertReadable(stage, lastMessageId);
  ours.close();
  theirs.close();
  await Promise.all([product.stop(), floor.stop()]);
  return [figure];
}

/** How many bytes the floor's document lacks to be as large as the product's. */
async function fillerFor(messageId: string): Promise<number> {
  const stored = await mongoose.connection.collection<{ _id: string }>('messages').findOne({ _id: messageId });
  const sealedBytes = Buffer.byteLength(JSON.stringify({ subject: bodyOf('').subject, html, attachments: [] })) + 28;
  const bare = { _id: messageId, sealed: Buffer.alloc(sealedBytes), filler: Buffer.alloc(0) };
  const { calculateObjectSize } = mongoose.mongo.BSON;
  return Math.max(0, calculateObjectSize(stored ?? {}) - calculateObjectSize(bare));
}

async function assertReadable({ context }: Stage, messageId: string): Promise<void> {
  const message = await findMessage(messageId);
  assert.equal(message?.state, 'accepted');
  assert.ok(message);
  const content = await unsealMessageContent(message, context.keys);
  assert.equal(content.html, html);
}
