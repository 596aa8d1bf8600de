import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { changeDraft, findDraft, findSlot, newSlot, putDraft } from '../../../portal/compose/kept-drafts.ts';
import { emptyDraft } from '../../../portal/compose/written-draft.ts';
import { keepInTab, keysInTab, readFromTab } from '../../../portal/session/kept-in-tab.ts';
import { forgetPerson } from '../../../portal/session/on-leaving.ts';

beforeEach(() => sessionStorage.clear());
afterEach(() => void jest.restoreAllMocks());

const file = { key: 'one', name: 'one.txt', size: 7, contentType: 'text/plain', file: null };

/** What the tab keeps of a draft that was just typed, as if its page were gone. */
function keptOf(accountId: string) {
  const slot = newSlot(accountId);
  const files = [{ ...file, state: { kind: 'uploading', sentBytes: 3 } as const }];
  putDraft(slot, emptyDraft({ html: '<p>Hello</p>', isDirty: true, files }));
  const [key = ''] = keysInTab(accountId, 'draft:');
  const kept = readFromTab(accountId, key);
  forgetPerson();
  return { key, kept };
}

test('a page loaded again finds what was written, and a file that was on its way asks to be attached again', () => {
  const { key, kept } = keptOf('account-1');
  keepInTab('account-1', key, kept);
  const slot = findSlot('account-1', ({ html }) => html === '<p>Hello</p>') ?? '';
  expect(findDraft(slot)).toMatchObject({
    isDirty: true,
    files: [{ name: 'one.txt', state: { kind: 'failed', failure: { code: 'broken_upload' } } }],
  });
  expect(findSlot('account-2', () => true)).toBeNull();
});

test('nothing of a person is left in the tab after log-out, also where it was never looked at', () => {
  const { key, kept } = keptOf('account-3');
  keepInTab('account-3', key, kept);
  forgetPerson();
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test('where the browser keeps nothing, writing and log-out go on, and what was kept lasts as long as the page', () => {
  const off = () => {
    throw new DOMException('off', 'SecurityError');
  };
  jest.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(off);
  const slot = newSlot('account-4');
  putDraft(slot, emptyDraft({ html: '<p>Hello</p>', isDirty: true }));
  changeDraft(slot, (known) => ({ ...known, html: '<p>Hello you</p>' }));
  expect(keysInTab('account-4', 'draft:')).toHaveLength(1);
  keepInTab('account-4', 'search:1', ['words']);
  expect(readFromTab('account-4', 'search:1')).toEqual(['words']);
  forgetPerson();
  expect(findDraft(slot)).toBeNull();
  expect(readFromTab('account-4', 'search:1')).toBeNull();
});

test('a draft is one, whatever page it is written on', () => {
  const slot = newSlot('account-5');
  const draft = emptyDraft({ kind: 'reply', deliveryId: 'delivery', html: '<p>Hello</p>', isDirty: true });
  putDraft(slot, draft);
  expect(findSlot('account-5', ({ deliveryId, kind }) => deliveryId === 'delivery' && kind === 'reply')).toBe(slot);
  expect(findSlot('account-5', ({ sendKey }) => sendKey === draft.sendKey)).toBe(slot);
});
