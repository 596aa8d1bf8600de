import { expect, test } from '@jest/globals';
import { readDraft } from '../../../addin/outlook/read-draft.ts';
import { watchDraft } from '../../../addin/outlook/watch-draft.ts';
import { hurry } from '../../support/hurry.ts';
import { placeFakeOffice } from '../../support/place-fake-office.ts';

const refuse = (...given: unknown[]) => (given.at(-1) as (answer: object) => void)({ status: 'failed', error: {} });
const fail = () => {
  throw new Error('not supported');
};

hurry();

test('a message that is gone before anybody watches it is no failure', async () => {
  placeFakeOffice();
  Object.assign(Office.context.mailbox, { item: null });
  let changes = 0;
  const stop = watchDraft(() => (changes += 1));
  dispatchEvent(new Event('focus'));
  stop();
  dispatchEvent(new Event('focus'));
  expect(changes).toBe(1);
});

test.each([
  ['refuses', refuse],
  ['fails at', fail],
  ['never answers', () => undefined],
])(
  'in an Outlook that %s the wish to be told of changes the draft is read, and read again on coming back',
  async (_how, wish) => {
    placeFakeOffice({ draft: { subject: 'Scan' } });
    Object.assign(Office.context.mailbox.item ?? {}, { addHandlerAsync: wish, removeHandlerAsync: wish });
    let changes = 0;
    const stop = watchDraft(() => (changes += 1));
    expect(await readDraft()).toMatchObject({ subject: 'Scan' });
    dispatchEvent(new Event('focus'));
    stop();
    dispatchEvent(new Event('focus'));
    expect(changes).toBe(1);
  },
);
