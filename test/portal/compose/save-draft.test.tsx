import { File } from 'node:buffer';
import { beforeEach, expect, test } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { CallError } from '../../../contract/call.ts';
import { discardWritten } from '../../../portal/compose/discard-written.ts';
import { changeDraft, findDraft, followDrafts } from '../../../portal/compose/kept-drafts.ts';
import { saveIfDirty } from '../../../portal/compose/save-draft.ts';
import { addFiles } from '../../../portal/compose/upload-files.ts';
import type { SaveState } from '../../../portal/compose/written-draft.ts';
import { noteAccount } from '../../../portal/session/account-here.ts';
import { FakeDrafts, draftIn, gate, writeDraft } from '../../support/fake-drafts.ts';
import { Refusal } from '../../support/fake-server.ts';
import { takeUploads } from '../../support/fake-upload.ts';

beforeEach(() => sessionStorage.clear());

const type = (slot: string, html: string) => changeDraft(slot, (known) => ({ ...known, html, isDirty: true }));
const inTab = () => Object.entries(sessionStorage as Record<string, string>).map(([, kept]) => kept);

test('what is being saved stays in the tab until the server has it', async () => {
  const server = new FakeDrafts();
  const held = gate();
  server.gate = held.promise;
  const slot = writeDraft('<p>Hello</p>');
  const isSaved = saveIfDirty(slot);
  await waitFor(() => expect(server.count('POST', 'drafts')).toBe(1));
  expect(inTab()).toEqual([expect.stringContaining('<p>Hello</p>')]);
  held.resolve();
  await isSaved;
  expect(draftIn(slot).save.kind).toBe('saved');
  expect(inTab()).toEqual([]);
});

test('leaving the window is warned of until everything is saved', async () => {
  new FakeDrafts();
  const isWarned = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  await import('../../../portal/compose/keep-saving.ts');
  const slot = writeDraft('<p>Hello</p>');
  expect(isWarned()).toBe(true);
  const isSaved = saveIfDirty(slot);
  expect(isWarned()).toBe(true);
  await isSaved;
  expect(isWarned()).toBe(false);
});

test('a save whose answer was lost is no change by another window, also when more was typed since', async () => {
  const server = new FakeDrafts();
  const slot = writeDraft('<p>One</p>');
  server.answersAreLost = true;
  await saveIfDirty(slot);
  expect(draftIn(slot).save.kind).toBe('failed');
  type(slot, '<p>One and two</p>');
  await saveIfDirty(slot);
  server.answersAreLost = false;
  await saveIfDirty(slot);
  expect(draftIn(slot)).toMatchObject({ revision: 2, save: { kind: 'saved' } });
  expect(server.drafts.get(draftIn(slot).sendKey)).toMatchObject({ content: { html: '<p>One and two</p>' } });
});

test('what another window has saved is a conflict, and is not saved over', async () => {
  const server = new FakeDrafts();
  const slot = writeDraft('<p>One</p>');
  await saveIfDirty(slot);
  const kept = server.drafts.get(draftIn(slot).sendKey);
  server.drafts.set(draftIn(slot).sendKey, { revision: 2, content: { ...kept?.content, html: '<p>Theirs</p>' } });
  type(slot, '<p>Mine</p>');
  await saveIfDirty(slot);
  await saveIfDirty(slot);
  expect(draftIn(slot)).toMatchObject({ html: '<p>Mine</p>', save: { kind: 'changed' } });
  expect(server.count('POST', 'drafts')).toBe(2);
});

test('a draft that is gone is told as gone, keeps its words and its key', async () => {
  const server = new FakeDrafts();
  const slot = writeDraft('<p>One</p>');
  await saveIfDirty(slot);
  const { sendKey } = draftIn(slot);
  server.drafts.clear();
  type(slot, '<p>More</p>');
  await saveIfDirty(slot);
  expect(draftIn(slot)).toMatchObject({ html: '<p>More</p>', sendKey, isDirty: true, save: { kind: 'gone' } });
});

test('a draft thrown away during its very first save stays away', async () => {
  const server = new FakeDrafts();
  const held = gate();
  server.gate = held.promise;
  const slot = writeDraft('<p>One</p>');
  void saveIfDirty(slot);
  await waitFor(() => expect(server.count('POST', 'drafts')).toBe(1));
  const isDiscarded = discardWritten(slot);
  expect(findDraft(slot)).toBeNull();
  held.resolve();
  await isDiscarded;
  expect(server.drafts.size).toBe(0);
});

test('a refused save says why as long as it is refused', async () => {
  new FakeDrafts({
    'POST /api/compose/drafts/*': () => {
      throw new Refusal('too_many_drafts', { limit: 100 });
    },
  });
  const slot = writeDraft('<p>One</p>');
  await saveIfDirty(slot);
  expect(draftIn(slot).save).toMatchObject({ kind: 'failed', failure: { code: 'too_many_drafts' } });
  const heard: string[] = [];
  const stop = followDrafts(() => heard.push(wordOf(draftIn(slot).save)));
  await saveIfDirty(slot);
  stop();
  expect(new Set(heard)).toEqual(new Set(['too_many_drafts']));
});

const wordOf = (save: SaveState) => ('failure' in save && save.failure instanceof CallError ? save.failure.code : save.kind);

test('what one person left unsaved is not saved in the name of the next, and is gone from the window', async () => {
  const server = new FakeDrafts();
  noteAccount('account-0123456789__ab');
  const slot = writeDraft('<p>Mine alone</p>');
  noteAccount('account-of-somebody-el');
  await saveIfDirty(slot);
  expect(server.asked).toEqual([]);
  expect(findDraft(slot)).toBeNull();
  noteAccount('account-0123456789__ab');
});

test('of a draft’s files only the one that is gone is uploaded again', async () => {
  let isGone = true;
  const server = new FakeDrafts({
    'POST /api/compose/drafts/*': ({ body }) => {
      if (isGone) throw new Refusal('upload_not_found', { fields: ['attachments.1'] });
      return { revision: (body as { revision: number }).revision + 1, updatedAt: '2026-11-22T09:14:00.000Z' };
    },
  });
  const uploads = takeUploads();
  const held = { key: 'one', name: 'one.pdf', contentType: 'text/plain', size: 7, file: null };
  const slot = writeDraft('<p>Hello</p>', { files: [{ ...held, state: { kind: 'ready', uploadId: 'upload-0123456789_abcd' } }] });
  addFiles(slot, [new File(['content'], 'two.txt') as unknown as globalThis.File], {
    ...{ mostBytes: 1000, bytesLeft: Infinity, bytesPerDay: Infinity, bytesAgainAt: null },
  });
  await waitFor(() => expect(uploads.waiting()).toEqual(['two.txt']));
  uploads.finish('two.txt', 'upload-9876543210_dcba');
  await waitFor(() => expect(draftIn(slot).files[1]?.state.kind).toBe('ready'));
  await saveIfDirty(slot);
  expect(draftIn(slot).files[0]?.state.kind).toBe('ready');
  await waitFor(() => expect(uploads.waiting()).toEqual(['two.txt']));
  isGone = false;
  uploads.finish('two.txt', 'upload-2222222222_dcba');
  await waitFor(() => expect(draftIn(slot).files[1]?.state.kind).toBe('ready'));
  changeDraft(slot, (known) => ({ ...known, isDirty: true }));
  await saveIfDirty(slot);
  const saved = server.asked.findLast(({ method }) => method === 'POST');
  expect(saved?.body).toMatchObject({
    attachments: [{ uploadId: 'upload-0123456789_abcd' }, { uploadId: 'upload-2222222222_dcba' }],
  });
});
