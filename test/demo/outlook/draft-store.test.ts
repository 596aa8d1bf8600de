import { expect, test } from '@jest/globals';
import { openDraftStore } from '../../../demo/outlook/draft-store.ts';

function aStorage(canStore = true): Storage {
  const items = new Map<string, string>();
  const setItem = (name: string, text: string) => {
    if (!canStore) throw new DOMException('full', 'QuotaExceededError');
    items.set(name, text);
  };
  return { getItem: (name: string) => items.get(name) ?? null, setItem } as Storage;
}

test('a draft survives a reload of the page', () => {
  const storage = aStorage();
  const first = openDraftStore(storage);
  first.change((draft) => ({ ...draft, subject: 'Scan', customProperties: { key: 'k' } }));
  expect([first.isNew, openDraftStore(storage).isNew]).toEqual([true, false]);
  expect(openDraftStore(storage).read()).toMatchObject({ subject: 'Scan', customProperties: { key: 'k' } });
});

test('a draft too long for the storage can still be written on', () => {
  const store = openDraftStore(aStorage(false));
  let changes = 0;
  const stop = store.subscribe(() => (changes += 1));
  store.change((draft) => ({ ...draft, html: 'long' }));
  stop();
  store.change((draft) => ({ ...draft, html: 'longer' }));
  expect([store.read().html, changes]).toEqual(['longer', 1]);
});
