import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { MessageDocument, MessageRecipient } from '../../../server/store/message-document.ts';
import { findMessage } from '../../../server/store/messages.ts';
import {
  findIfReadable,
  findOutlineIfReadable,
  findOwn,
  openIfReadable,
  type Reader,
  recordDownloadIfAllowed,
  recordNextDownloadIfAllowed,
} from '../../../server/store/readings.ts';
import { useDatabase } from '../../support/database.ts';
import { aHeldFile, aRecipient, aStoredMessage, later, pending, START } from '../../support/message-document.ts';
import { aKey } from '../../support/story.ts';
import { DAY, MINUTE } from '../../support/test-clock.ts';

useDatabase();

const readerOf = (message: MessageDocument, recipient: MessageRecipient | undefined = message.recipients[0]): Reader => ({
  messageId: message._id,
  deliveryId: recipient?.deliveryId ?? '',
  accountId: recipient?.accountId ?? '',
});

async function recall({ _id }: MessageDocument, deliveryId: string, now: Date): Promise<void> {
  const filter = { _id, 'recipients.deliveryId': deliveryId } as object;
  await mongoose.connection
    .collection('messages')
    .updateOne(filter, { $set: { 'recipients.$.recalledAt': now }, $inc: { version: 1 } });
}

test('the first and the last opening of a recipient are kept, and nobody else is marked', async () => {
  const [pat, kim] = [aRecipient(), aRecipient()];
  const message = await aStoredMessage({ recipients: [pat, kim] });
  for (const minutes of [3, 1, 2]) await openIfReadable(readerOf(message, kim), later(minutes * MINUTE));
  const [first, second] = (await findMessage(message._id))?.recipients ?? [];
  expect(first?.openings).toEqual({});
  expect(second?.openings).toEqual({ firstAt: later(MINUTE), lastAt: later(3 * MINUTE) });
});

test('parallel openings by one reader leave the earliest and the latest time', async () => {
  const message = await aStoredMessage();
  const times = Array.from({ length: 20 }, (_, n) => later(((n * 7) % 20) * MINUTE));
  await Promise.all(times.map((time) => openIfReadable(readerOf(message), time)));
  expect((await findMessage(message._id))?.recipients[0]?.openings).toEqual({ firstAt: START, lastAt: later(19 * MINUTE) });
});

test('an opening that races with a recall is either recorded before it or refused', async () => {
  for (let round = 0; round < 40; round += 1) {
    const message = await aStoredMessage();
    const reader = readerOf(message);
    const [opened] = await Promise.all([
      openIfReadable(reader, later(MINUTE)),
      recall(message, reader.deliveryId, later(MINUTE)),
    ]);
    if (opened) expect(opened.recipients[0]?.recalledAt).toBeNull();
    const { openings } = (await findMessage(message._id))?.recipients[0] ?? {};
    expect(openings?.firstAt !== undefined).toBe(opened !== null);
    expect(await openIfReadable(reader, later(MINUTE))).toBeNull();
  }
});

test('a recall for one recipient leaves the others their message', async () => {
  const [pat, kim] = [aRecipient(), aRecipient()];
  const message = await aStoredMessage({ recipients: [pat, kim] });
  await recall(message, pat.deliveryId, START);
  expect(await openIfReadable(readerOf(message, pat), START)).toBeNull();
  expect(await openIfReadable(readerOf(message, kim), START)).not.toBeNull();
});

test('a message can be read until the moment it expires, and not at that moment', async () => {
  const message = await aStoredMessage();
  const end = 30 * DAY;
  expect(await openIfReadable(readerOf(message), later(end - 1))).not.toBeNull();
  expect(await openIfReadable(readerOf(message), later(end))).toBeNull();
  expect(await findIfReadable(readerOf(message), later(end))).toBeNull();
});

test('a message without an end can be read whenever', async () => {
  const message = await aStoredMessage({ recipients: [aRecipient({ expiresAt: null })] });
  expect(await openIfReadable(readerOf(message), later(4000 * DAY))).not.toBeNull();
});

test('neither another account nor another entry of the same message opens it', async () => {
  const [pat, kim] = [aRecipient(), aRecipient()];
  const message = await aStoredMessage({ recipients: [pat, kim] });
  const reader = readerOf(message, pat);
  expect(await openIfReadable({ ...reader, accountId: aKey() }, START)).toBeNull();
  expect(await openIfReadable({ ...reader, accountId: kim.accountId ?? '' }, START)).toBeNull();
  expect(await openIfReadable({ ...reader, deliveryId: kim.deliveryId }, START)).toBeNull();
  expect(await openIfReadable({ ...reader, messageId: aKey() }, START)).toBeNull();
});

test('a recipient who is bound to no account yet is nobody', async () => {
  const message = await aStoredMessage({ recipients: [aRecipient({ accountId: null })] });
  expect(await openIfReadable(readerOf(message), START)).toBeNull();
});

test('a message whose files are not complete cannot be read', async () => {
  const message = await aStoredMessage(pending);
  expect(await openIfReadable(readerOf(message), START)).toBeNull();
  expect(await findIfReadable(readerOf(message), START)).toBeNull();
});

test('parallel downloads of one file are counted exactly', async () => {
  const file = aHeldFile();
  const message = await aStoredMessage({ attachments: [file] });
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => recordDownloadIfAllowed(readerOf(message), file.attachmentId, later(n * MINUTE))),
  );
  const { downloads } = (await findMessage(message._id))?.recipients[0] ?? {};
  expect(downloads).toEqual({ [file.attachmentId]: { firstAt: START, lastAt: later(19 * MINUTE), count: 20 } });
});

test('one of several files is counted and found without reading again what was written', async () => {
  const file = aHeldFile();
  const quotes = [{ messageId: aKey(), sealedHtml: Buffer.from('sealed') }];
  const message = await aStoredMessage({ attachments: [file], quotes });
  const outline = await recordNextDownloadIfAllowed(readerOf(message), file.attachmentId, START);
  expect(outline).toMatchObject({ attachments: [{ attachmentId: file.attachmentId }] });
  expect(outline?.recipients[0]?.downloads).toMatchObject({ [file.attachmentId]: { count: 1 } });
  for (const known of [outline, await findOutlineIfReadable(readerOf(message), START)]) {
    expect(known).not.toHaveProperty('sealedContent');
    expect(known).not.toHaveProperty('quotes');
  }
});

test('a download of a recalled or expired message, or of a file it does not have, is refused and not counted', async () => {
  const file = aHeldFile();
  const message = await aStoredMessage({ attachments: [file] });
  const reader = readerOf(message);
  expect(await recordDownloadIfAllowed(reader, aKey(), START)).toBeNull();
  expect(await recordDownloadIfAllowed(reader, file.attachmentId, later(30 * DAY))).toBeNull();
  expect(await recordDownloadIfAllowed({ ...reader, accountId: aKey() }, file.attachmentId, START)).toBeNull();
  await recall(message, reader.deliveryId, START);
  expect(await recordDownloadIfAllowed(reader, file.attachmentId, START)).toBeNull();
  expect((await findMessage(message._id))?.recipients[0]?.downloads).toEqual({});
});

test('downloads of a message that is recalled meanwhile are counted as often as they were allowed', async () => {
  for (let round = 0; round < 20; round += 1) {
    const file = aHeldFile();
    const message = await aStoredMessage({ attachments: [file] });
    const reader = readerOf(message);
    const tries = Array.from({ length: 4 }, () => recordDownloadIfAllowed(reader, file.attachmentId, START));
    const [allowed] = await Promise.all([Promise.all(tries), recall(message, reader.deliveryId, START)]);
    const { downloads } = (await findMessage(message._id))?.recipients[0] ?? {};
    expect(downloads?.[file.attachmentId]?.count ?? 0).toBe(allowed.filter((one) => one !== null).length);
  }
});

test('an account reads what it wrote, and nothing that others wrote', async () => {
  const accountId = aKey();
  const author = { kind: 'account', id: accountId, address: 'pat@client.example', name: 'Pat', deliveryId: aKey() } as const;
  const { _id } = await aStoredMessage({ author });
  expect((await findOwn(_id, accountId))?._id).toBe(_id);
  expect(await findOwn(_id, aKey())).toBeNull();
  const byStaff = await aStoredMessage({ author: { ...author, kind: 'staff' } });
  expect(await findOwn(byStaff._id, accountId)).toBeNull();
});
