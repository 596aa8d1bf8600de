import { beforeEach, expect, jest, test } from '@jest/globals';
import { sweepUploads } from '../../../server/expire/sweep-uploads.ts';
import { acceptMessage, type Draft, messageIdOf } from '../../../server/message/accept-message.ts';
import { findMessage } from '../../../server/store/messages.ts';
import { claimUploads } from '../../../server/store/uploads.ts';
import { aDraft, aDraftFile, ahead, killedAt, OWNER, textsOfFiles } from '../../support/draft.ts';
import { forgetFiles, storedFiles } from '../../support/leftovers.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp();
jest.setTimeout(30_000);

beforeEach(forgetFiles);

const accept = (draft: Draft) => acceptMessage(draft, app.context);
const sweepAfter = (minutes: number) => sweepUploads(ahead(app.context, minutes * MINUTE));
const idOf = (draft: Draft) => messageIdOf(draft.author.id, draft.sendKey, app.context);
const stateOf = async (draft: Draft) => (await findMessage(idOf(draft)))?.state;
const aDraftWith = async (...texts: string[]) =>
  aDraft({ attachments: await Promise.all(texts.map((text) => aDraftFile(app.context, text))) });
const withFilesAgain = async (draft: Draft, ...texts: string[]) => ({
  ...draft,
  attachments: (await aDraftWith(...texts)).attachments,
});
const isKilled = async (draft: Draft, reading: 2 | 3) =>
  expect(acceptMessage(draft, killedAt(reading, app.context))).rejects.toThrow('killed');

test.each([2, 3] as const)('a send whose server was killed at step %i is finished by the retry', async (reading) => {
  const draft = await aDraftWith('one', 'two');
  await isKilled(draft, reading);
  expect(await stateOf(draft)).toBe('pending');
  const { messageId } = await accept(draft);
  expect(await textsOfFiles(messageId, app.context)).toEqual(['one', 'two']);
  expect(await storedFiles()).toEqual({ uploads: 0, files: 2, chunks: 2 });
});

test('a send whose server was killed after the commit point is answered again as it was', async () => {
  const draft = await aDraftWith('one');
  const killed = {
    ...app.context,
    wakeWorker: () => {
      throw new Error('killed');
    },
  };
  await expect(acceptMessage(draft, killed)).rejects.toThrow('killed');
  const accepted = await findMessage(idOf(draft));
  app.clock.advance(MINUTE);
  expect(await accept(draft)).toEqual({
    messageId: idOf(draft),
    acceptedAt: accepted?.acceptedAt?.toISOString(),
    recipientCount: 1,
  });
});

test.each([2, 3] as const)('after a kill at step %i a retry may bring the same files anew', async (reading) => {
  const draft = await aDraftWith('one', 'two');
  await isKilled(draft, reading);
  const { messageId } = await accept(await withFilesAgain(draft, 'one', 'two'));
  await sweepAfter(15);
  await sweepAfter(15);
  expect(await textsOfFiles(messageId, app.context)).toEqual(['one', 'two']);
  expect(await storedFiles()).toEqual({ uploads: 0, files: 2, chunks: 2 });
});

test.each([2, 3] as const)('after a kill at step %i the author may say something else: nothing was sent', async (reading) => {
  const draft = await aDraftWith('one', 'two');
  await isKilled(draft, reading);
  const other = { ...draft, html: '<p>All is well again.</p>' };
  const { messageId } = await accept(other);
  expect(await textsOfFiles(messageId, app.context)).toEqual(['one', 'two']);
  expect(await storedFiles()).toEqual({ uploads: 0, files: 2, chunks: 2 });
  await expect(accept(draft)).rejects.toMatchObject({ code: 'send_key_reused' });
  expect((await accept(other)).messageId).toBe(messageId);
});

test('a retry that brings its files anew succeeds although the first ones were swept before a message claimed them', async () => {
  const draft = await aDraftWith('one');
  app.clock.advance(9 * MINUTE);
  await isKilled(draft, 2);
  app.clock.advance(2 * MINUTE);
  await sweepUploads(app.context);
  expect(await storedFiles()).toMatchObject({ uploads: 0 });
  const { messageId } = await accept(await withFilesAgain(draft, 'one'));
  expect(await textsOfFiles(messageId, app.context)).toEqual(['one']);
});

test('a retry whose files are gone is refused, and nothing of it waits any longer', async () => {
  const draft = await aDraftWith('one');
  app.clock.advance(9 * MINUTE);
  await isKilled(draft, 2);
  app.clock.advance(2 * MINUTE);
  await sweepUploads(app.context);
  await expect(accept(draft)).rejects.toMatchObject({ code: 'upload_not_found' });
  expect(await stateOf(draft)).not.toBe('pending');
});

test('a send given up by the sweeper leaves nothing, and can be made again with new files', async () => {
  const draft = await aDraftWith('one');
  await isKilled(draft, 3);
  await sweepAfter(11);
  expect(await storedFiles()).toEqual({ uploads: 0, files: 0, chunks: 0 });
  expect(await findMessage(idOf(draft))).toBeNull();
  const { messageId } = await accept(await withFilesAgain(draft, 'one'));
  expect(await textsOfFiles(messageId, app.context)).toEqual(['one']);
});

test('files of an attempt that was given up go, even when the message was accepted with others', async () => {
  const draft = await aDraftWith('one');
  await isKilled(draft, 3);
  await claimUploads(
    OWNER,
    [draft.attachments[0]?.uploadId ?? ''],
    idOf(draft),
    new Date(app.clock.now().getTime() + 14 * MINUTE),
  );
  app.clock.advance(11 * MINUTE);
  await sweepUploads(app.context);
  const { messageId } = await accept(await withFilesAgain(draft, 'one'));
  await sweepAfter(15);
  expect(await storedFiles()).toEqual({ uploads: 0, files: 1, chunks: 1 });
  expect(await textsOfFiles(messageId, app.context)).toEqual(['one']);
});

test('the sweeper forgets the rows of an accepted message and leaves its files', async () => {
  const draft = await aDraftWith('one');
  await isKilled(draft, 3);
  const { messageId } = await accept(draft);
  await sweepAfter(60);
  expect(await storedFiles()).toEqual({ uploads: 0, files: 1, chunks: 1 });
  expect(await textsOfFiles(messageId, app.context)).toEqual(['one']);
});

test('a file is part of one message only', async () => {
  const first = await aDraftWith('one');
  await isKilled(first, 3);
  const second = aDraft({ attachments: first.attachments });
  await expect(accept(second)).rejects.toMatchObject({ code: 'upload_not_found' });
  expect(await stateOf(second)).not.toBe('pending');
  await accept(first);
  await expect(accept(second)).rejects.toMatchObject({ code: 'upload_not_found' });
});

test('the same upload named twice, an unknown one and another owner’s are not found', async () => {
  const draft = await aDraftWith('one');
  const [file] = draft.attachments;
  if (!file) throw new Error('no file');
  const refused = { code: 'upload_not_found', details: { fields: ['attachments.0'] } };
  const second = { code: 'upload_not_found', details: { fields: ['attachments.1'] } };
  await expect(accept({ ...draft, attachments: [file, file] })).rejects.toMatchObject(second);
  await expect(accept({ ...draft, attachments: [{ ...file, uploadId: 'A'.repeat(22) }] })).rejects.toMatchObject(refused);
  await expect(accept({ ...draft, owner: 'staff:tenant.robin' })).rejects.toMatchObject(refused);
  expect(await stateOf(draft)).toBeUndefined();
});

test('files together over the limit, or too many of them, are refused before anything is kept', async () => {
  const draft = { ...(await aDraftWith('one', 'two')), maxAttachmentsBytes: 5 };
  await expect(accept(draft)).rejects.toMatchObject({ code: 'attachments_too_large', details: { limit: 5 } });
  const [file] = draft.attachments;
  if (!file) throw new Error('no file');
  const many = { ...draft, attachments: Array.from({ length: 500 }, () => file) };
  await expect(accept(many)).rejects.toMatchObject({ code: 'too_many_attachments', details: { limit: 499 } });
  expect(await stateOf(draft)).toBeUndefined();
  await expect(accept({ ...draft, maxAttachmentsBytes: 6 })).resolves.toBeDefined();
});
