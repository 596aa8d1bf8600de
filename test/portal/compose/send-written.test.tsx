import { File } from 'node:buffer';
import { beforeEach, expect, test } from '@jest/globals';
import { renderHook, waitFor } from '@testing-library/react';
import { changeDraft, findDraft } from '../../../portal/compose/kept-drafts.ts';
import { saveIfDirty } from '../../../portal/compose/save-draft.ts';
import { sendWritten, takeSendBack, watchSending } from '../../../portal/compose/send-written.ts';
import { addFiles } from '../../../portal/compose/upload-files.ts';
import { tellOutcome, useToldOutcome } from '../../../portal/page/told-outcome.ts';
import { FakeDrafts, draftIn, gate, writeDraft } from '../../support/fake-drafts.ts';
import { takeUploads } from '../../support/fake-upload.ts';

const room = { mostBytes: 1000, bytesLeft: Infinity, bytesPerDay: Infinity, bytesAgainAt: null };
const told = () => renderHook(() => useToldOutcome('account-0123456789__ab')).result.current;

const aFile = () => new File(['content'], 'one.txt') as unknown as globalThis.File;

beforeEach(() => {
  sessionStorage.clear();
  tellOutcome(null);
});

test('a message whose answer was lost is sent once, whatever happened in between', async () => {
  const server = new FakeDrafts();
  const slot = writeDraft('<p>Hello</p>');
  watchSending(slot, () => undefined);
  await saveIfDirty(slot);
  server.answersAreLost = true;
  await sendWritten(slot, room);
  server.answersAreLost = false;
  expect(draftIn(slot).send).toMatchObject({ kind: 'failed', failure: { code: 'offline' } });
  changeDraft(slot, (known) => ({ ...known, isDirty: true }));
  await saveIfDirty(slot);
  expect(draftIn(slot).save.kind).toBe('gone');
  await sendWritten(slot, room);
  expect(findDraft(slot)).toBeNull();
  expect(server.sent.size).toBe(1);
});

test('a save whose answer was lost does not stand against Send', async () => {
  const server = new FakeDrafts();
  const slot = writeDraft('<p>Hello</p>');
  server.answersAreLost = true;
  await saveIfDirty(slot);
  server.answersAreLost = false;
  changeDraft(slot, (known) => ({ ...known, html: '<p>Hello again</p>' }));
  await sendWritten(slot, room);
  expect([...server.sent.values()]).toEqual(['<p>Hello again</p>']);
  expect(server.drafts.size).toBe(0);
});

test('a message goes out although its page was left while a file was on its way, and its author is told', async () => {
  const server = new FakeDrafts();
  const uploads = takeUploads();
  const slot = writeDraft('<p>With a file</p>');
  addFiles(slot, [aFile()], room);
  const isDone = sendWritten(slot, room);
  expect(draftIn(slot).send.kind).toBe('waiting');
  await waitFor(() => expect(uploads.waiting()).toEqual(['one.txt']));
  uploads.finish('one.txt', 'upload-0123456789_abcd');
  await isDone;
  expect([...server.sent.values()]).toEqual(['<p>With a file</p>']);
  expect(told()).toMatchObject({ subject: 'Visit', failure: null });
});

test('nothing is saved while a message is being sent, so that no draft of it is left', async () => {
  const server = new FakeDrafts();
  const slot = writeDraft('<p>Hello</p>');
  const held = gate();
  server.gate = held.promise;
  const isDone = sendWritten(slot, room);
  await waitFor(() => expect(server.count('POST', 'messages')).toBe(1));
  await saveIfDirty(slot);
  expect(server.count('POST', 'drafts')).toBe(0);
  held.resolve();
  await isDone;
  expect(findDraft(slot)).toBeNull();
});

test('a message that could not be sent is told wherever its author is, and can be opened', async () => {
  const server = new FakeDrafts();
  const slot = writeDraft('<p>Hello</p>');
  server.answersAreLost = true;
  await sendWritten(slot, room);
  expect(told()).toMatchObject({ draftId: draftIn(slot).sendKey, failure: { code: 'offline' } });
  expect(draftIn(slot).html).toBe('<p>Hello</p>');
});

test('a Send that still waits for a file can be taken back', async () => {
  const server = new FakeDrafts();
  const uploads = takeUploads();
  const slot = writeDraft('<p>With a file</p>');
  addFiles(slot, [aFile()], room);
  const isDone = sendWritten(slot, room);
  await waitFor(() => expect(uploads.waiting()).toEqual(['one.txt']));
  takeSendBack(slot);
  uploads.finish('one.txt', 'upload-0123456789_abcd');
  await isDone;
  expect(server.count('POST', 'messages')).toBe(0);
  expect(draftIn(slot).send.kind).toBe('writing');
});

test('a file over what is left of the day is told with the day’s limit and when to come again', () => {
  new FakeDrafts();
  const slot = writeDraft('<p>With a file</p>');
  const bytesAgainAt = new Date(Date.now() + 3_600_000).toISOString();
  addFiles(slot, [aFile()], { ...room, bytesLeft: 0, bytesPerDay: 500, bytesAgainAt });
  expect(draftIn(slot).files[0]?.state).toMatchObject({
    failure: { code: 'quota_reached', details: { limit: 500, retryAfterSeconds: expect.any(Number) } },
  });
});
