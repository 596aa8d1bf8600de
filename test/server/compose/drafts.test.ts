import { expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as compose from '../../../contract/compose.ts';
import { sweepDrafts } from '../../../server/expire/sweep-drafts.ts';
import { sweepUploads } from '../../../server/expire/sweep-uploads.ts';
import { changeRecipient } from '../../support/change-message.ts';
import type { Client } from '../../support/client.ts';
import { textsOfFiles } from '../../support/draft.ts';
import { forgetFiles, NOTHING_LEFT, storedFiles } from '../../support/leftovers.ts';
import { aKey, aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, MINUTE } from '../../support/test-clock.ts';

const app = useApp();
jest.setTimeout(60_000);

const aDraft = (changes: object = {}) => ({
  ...{ draftId: aKey(), revision: 0, kind: 'new' as const, deliveryId: null, to: ['alex@harbour.example'], subject: 'Plan' },
  ...{ html: '<p>First &amp; <b>words</b></p>', hasQuote: false, attachments: [] },
  ...changes,
});

async function aFile(by: Client) {
  const { uploadId } = await by.upload(compose.uploadReplyFile, new Blob(['bytes']), 'a.txt');
  return { uploadId, name: 'a.txt', contentType: 'text/plain', contentId: null };
}

test('a draft is found again with its files, alone by its author, and goes for good when it is discarded', async () => {
  const { recipient } = await aMessageReceived(app);
  await forgetFiles();
  const draft = aDraft({ attachments: [await aFile(recipient)] });
  expect(await recipient.call(compose.saveDraft, draft)).toMatchObject({ revision: 1 });
  const { entries } = await recipient.call(compose.listDrafts, {});
  expect(entries).toMatchObject([{ draftId: draft.draftId, preview: 'First & words', attachmentCount: 1 }]);
  app.clock.advance(2 * DAY);
  await sweepUploads(app.context);
  const { draftId } = draft;
  const again = await aMessageReceived(app);
  await expect(again.recipient.call(compose.readDraft, { draftId })).rejects.toMatchObject({ code: 'draft_not_found' });
  await again.recipient.call(compose.discardDraft, { draftId });
  expect((await storedFiles()).files).toBe(1);
});

test('a draft saved from two windows: the later one is told, and nothing is lost', async () => {
  const { recipient } = await aMessageReceived(app);
  const draft = aDraft();
  await recipient.call(compose.saveDraft, draft);
  const saves = ['one', 'two', 'three'].map((html) => recipient.call(compose.saveDraft, { ...draft, revision: 1, html }));
  const ends = await Promise.allSettled(saves);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'draft_changed' });
  const { draftId } = draft;
  const send = { sendKey: draftId, to: draft.to, subject: 'Plan', html: 'old', attachments: [], draftRevision: 1 };
  await expect(recipient.call(compose.sendNew, send)).rejects.toMatchObject({ code: 'draft_changed' });
  expect(await recipient.call(compose.readDraft, { draftId })).toMatchObject({ revision: 2 });
});

test('a sent draft is gone, its file is the message’s, and a late save does not bring it back', async () => {
  const { recipient } = await aMessageReceived(app);
  const file = await aFile(recipient);
  const draft = aDraft({ attachments: [file] });
  const { draftId } = draft;
  await recipient.call(compose.saveDraft, draft);
  const send = { sendKey: draftId, to: draft.to, subject: 'Plan', html: draft.html, attachments: [file], draftRevision: 1 };
  const answers = await Promise.all([recipient.call(compose.sendNew, send), recipient.call(compose.sendNew, send)]);
  expect(answers[0]).toEqual(answers[1]);
  await expect(recipient.call(compose.readDraft, { draftId })).rejects.toMatchObject({ code: 'draft_not_found' });
  for (const revision of [0, 1])
    await expect(recipient.call(compose.saveDraft, { ...draft, attachments: [], revision })).rejects.toMatchObject({
      code: 'draft_changed',
    });
  expect((await recipient.call(compose.listDrafts, {})).entries).toEqual([]);
  app.clock.advance(11 * MINUTE);
  await sweepUploads(app.context);
  expect((await storedFiles()).files).toBeGreaterThan(0);
});

test('a file taken out of a draft goes at once, a draft nobody touches for 90 days goes with its files', async () => {
  const { recipient } = await aMessageReceived(app);
  await forgetFiles();
  const draft = aDraft({ attachments: [await aFile(recipient), await aFile(recipient)] });
  await recipient.call(compose.saveDraft, draft);
  await recipient.call(compose.saveDraft, { ...draft, revision: 1, attachments: draft.attachments.slice(0, 1) });
  expect(await storedFiles()).toMatchObject({ uploads: 1, files: 1 });
  await sweepDrafts(app.context);
  app.clock.advance(91 * DAY);
  await sweepDrafts(app.context);
  await sweepUploads(app.context);
  expect(await storedFiles()).toEqual(NOTHING_LEFT);
});

test('a draft of which one file is gone names that one; the others stay', async () => {
  const { recipient } = await aMessageReceived(app);
  await forgetFiles();
  const [kept, lost] = [await aFile(recipient), await aFile(recipient)];
  await recipient.call(compose.discardReplyFile, { uploadId: lost.uploadId });
  const draft = aDraft({ attachments: [kept, lost] });
  const refused = { code: 'upload_not_found', details: { fields: ['attachments.1'] } };
  await expect(recipient.call(compose.saveDraft, draft)).rejects.toMatchObject(refused);
  const send = { sendKey: draft.draftId, to: draft.to, subject: 'Plan', html: 'x', attachments: [kept, lost] };
  await expect(recipient.call(compose.sendNew, send)).rejects.toMatchObject(refused);
  await recipient.call(compose.saveDraft, { ...draft, attachments: [kept] });
  expect(await storedFiles()).toMatchObject({ uploads: 1, files: 1 });
});

test('an answer that was refused is saved and sent as a new message with its files under the same key', async () => {
  const { recipient, deliveryId } = await aMessageReceived(app);
  const file = await aFile(recipient);
  const draft = aDraft({ kind: 'reply', deliveryId, attachments: [file] });
  await recipient.call(compose.saveDraft, draft);
  await changeRecipient(deliveryId, { recalledAt: app.clock.now() });
  const written = { sendKey: draft.draftId, html: draft.html, attachments: [file], draftRevision: 1 };
  await expect(recipient.call(compose.sendReply, { ...written, deliveryId })).rejects.toMatchObject({ code: 'message_recalled' });
  const asNew = { ...draft, kind: 'new' as const, deliveryId: null, revision: 1 };
  expect(await recipient.call(compose.saveDraft, asNew)).toMatchObject({ revision: 2 });
  const { messageId } = await recipient.call(compose.sendNew, { ...written, draftRevision: 2, to: draft.to, subject: 'Plan' });
  expect(await textsOfFiles(messageId, app.context)).toEqual(['bytes']);
  expect((await recipient.call(compose.listDrafts, {})).entries).toEqual([]);
});

test('of a draft whose removal a crash cut short no file is left after a quarter of an hour', async () => {
  const { recipient } = await aMessageReceived(app);
  await forgetFiles();
  const [kept, lost] = [aDraft({ attachments: [await aFile(recipient)] }), aDraft({ attachments: [await aFile(recipient)] })];
  for (const draft of [kept, lost]) await recipient.call(compose.saveDraft, draft);
  app.clock.advance(11 * MINUTE);
  await sweepUploads(app.context);
  expect(await storedFiles()).toMatchObject({ uploads: 2, files: 2 });
  await mongoose.connection.collection('drafts').deleteOne({ draftId: lost.draftId });
  app.clock.advance(15 * MINUTE);
  await sweepUploads(app.context);
  expect(await storedFiles()).toMatchObject({ uploads: 1, files: 1 });
  expect(await recipient.call(compose.readDraft, { draftId: kept.draftId })).toMatchObject({ attachments: [{ name: 'a.txt' }] });
});

/** As if so many drafts had been saved, their texts so long together. */
async function fill(client: Client, count: number, bytes: number) {
  const draft = aDraft();
  await client.call(compose.saveDraft, draft);
  const drafts = mongoose.connection.collection('drafts');
  const row = await drafts.findOne({ draftId: draft.draftId });
  if (!row) throw new Error('no draft was saved');
  const others = Array.from({ length: count - 1 }, () => ({ ...row, _id: aKey() as never, draftId: aKey(), bytes: 0 }));
  await drafts.insertMany(others);
  await drafts.updateOne({ _id: row._id }, { $set: { bytes } });
  return async () => {
    const sizes = (await drafts.find({ accountId: row['accountId'] as string }).toArray()).map((one) => one['bytes'] as number);
    return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  };
}

test('drafts saved at the same moment do not pass their number', async () => {
  const { recipient } = await aMessageReceived(app);
  const kept = await fill(recipient, 98, 10);
  const saves = await Promise.allSettled(Array.from({ length: 8 }, () => recipient.call(compose.saveDraft, aDraft())));
  for (const save of saves)
    if (save.status === 'rejected') expect(save.reason).toMatchObject({ code: 'too_many_drafts', details: { limit: 100 } });
  const { count } = await kept();
  expect(count).toBe(98 + saves.filter(({ status }) => status === 'fulfilled').length);
  expect(count).toBeLessThanOrEqual(100);
});

test('nor do their texts pass 50 MB together, new or written on; what was saved before stays, and a shorter one is always taken', async () => {
  const { recipient } = await aMessageReceived(app);
  const most = 50 * 1024 * 1024;
  const short = aDraft({ html: 'x'.repeat(1000) });
  await recipient.call(compose.saveDraft, short);
  const kept = await fill(recipient, 2, most - 4000);
  const longer = Array.from({ length: 4 }, () => aDraft({ html: 'x'.repeat(2000) }));
  const ends = await Promise.allSettled(
    [...longer, { ...short, revision: 1, html: 'x'.repeat(2500) }].map((draft) => recipient.call(compose.saveDraft, draft)),
  );
  for (const end of ends)
    if (end.status === 'rejected')
      expect(end.reason).toMatchObject({ code: 'too_many_drafts', details: { limit: most, fields: ['html'] } });
  expect((await kept()).bytes).toBeLessThanOrEqual(most);
  const { draftId } = short;
  const { revision, html } = await recipient.call(compose.readDraft, { draftId });
  expect([`1 ${1000}`, `2 ${2500}`]).toContain(`${revision} ${html.length}`);
  const full = recipient.call(compose.saveDraft, { ...short, revision, html: 'x'.repeat(9000) });
  await expect(full).rejects.toMatchObject({ code: 'too_many_drafts', details: { limit: most, fields: ['html'] } });
  expect(await recipient.call(compose.saveDraft, { ...short, revision, html: 'x' })).toMatchObject({ revision: revision + 1 });
});
