import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type Answers, deliveryId, entry, openedMessage, Refusal, session, showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);
beforeEach(() => sessionStorage.clear());

const SEARCH = 'POST /api/mailbox/searches';
const list = (entries: object[]) => ({ entries, nextCursor: null, unreadCount: 0 });
const found = (entries: object[], rest: object = {}) => ({
  ...{ entries, nextCursor: null, searchedUntil: null, hasOlder: false },
  ...rest,
});
const signedIn: Answers = {
  'GET /api/account/session': () => session,
  'GET /api/mailbox/inbox/deliveries': () => list([]),
  'GET /api/mailbox/sent/deliveries': () => list([]),
  'GET /api/mailbox/news': () => ({ newestId: null, unreadCount: 0 }),
  [`GET /api/mailbox/deliveries/${deliveryId}`]: () => entry,
  [`POST /api/mailbox/deliveries/${deliveryId}/open`]: () => openedMessage,
};

async function search(words: string, answers: Answers) {
  const shown = showPortal('/portal/inbox', { ...signedIn, ...answers });
  await shown.user.type(await screen.findByRole('searchbox', { name: 'Search messages' }), `${words}{Enter}`);
  const searched = () => shown.asked.filter(({ path }) => path === '/api/mailbox/searches').map(({ body }) => body);
  return { ...shown, searched };
}

test('words are searched for, results open beside the list, and neither words nor their hashes stand in the address', async () => {
  const { user, searched } = await search('scan results', { [SEARCH]: () => found([entry]) });
  const row = await screen.findByRole('link', { name: /Alex Morgan\W+Your scan results/ });
  expect(await screen.findByText('1 message found')).toBeVisible();
  expect(searched()).toEqual([{ text: 'scan results' }]);
  expect(location.href).not.toMatch(/scan/);
  await user.click(row);
  expect(await screen.findByRole('heading', { name: 'Your scan results' })).toBeVisible();
  expect(location.pathname).toMatch(new RegExp(`^/portal/search/[\\w-]{22}/${deliveryId}$`));
  expect(screen.getByRole('heading', { name: 'Search results' })).toBeVisible();
});

test('a search can be opened again by its address in the same tab, and elsewhere the page says that it is not known', async () => {
  const { unmount } = await search('scan', { [SEARCH]: () => found([entry]) });
  await screen.findByText('1 message found');
  const address = location.pathname;
  unmount();
  const again = showPortal(address, { ...signedIn, [SEARCH]: () => found([entry]) });
  expect(await screen.findByText('1 message found')).toBeVisible();
  expect(screen.getByRole('searchbox')).toHaveValue('scan');
  again.unmount();
  sessionStorage.clear();
  showPortal(address, signedIn);
  expect(await screen.findByText('This search is no longer known')).toBeVisible();
});

test('More options narrow a search by every condition', async () => {
  const { user, searched } = await search('scan', { [SEARCH]: () => found([entry]) });
  await screen.findByText('1 message found');
  await user.click(screen.getByRole('button', { name: 'More options...' }));
  const form = await screen.findByRole('form', { name: 'Search options' });
  const typed = { From: 'alex', To: 'pat', Subject: 'results', Body: 'well', 'Attachment name': 'pdf' };
  const dates = { 'Sent after': '2026-11-01', 'Sent before': '2026-12-01' };
  for (const [name, value] of Object.entries({ ...typed, ...dates }))
    fireEvent.change(within(form).getByLabelText(name), { target: { value } });
  await user.click(within(form).getByLabelText('Has attachment'));
  await user.click(within(form).getByLabelText('Unread'));
  await user.click(within(form).getByRole('button', { name: 'Search' }));
  await waitFor(() => expect(searched()).toHaveLength(2));
  expect(searched()[1]).toEqual({
    ...{ text: 'scan', from: 'alex', to: 'pat', subject: 'results', body: 'well', attachmentName: 'pdf' },
    ...{ hasAttachment: true, isUnread: true },
    sentAfter: new Date('2026-11-01T00:00:00').toISOString(),
    sentBefore: new Date('2026-12-01T00:00:00').toISOString(),
  });
  expect(screen.queryByRole('form', { name: 'Search options' })).toBeNull();
  expect(await screen.findByText('From: alex')).toBeVisible();
});

test('words in the box and options beside them are one search; options that were closed narrow nothing', async () => {
  const { user, searched } = await search('scan', { [SEARCH]: () => found([entry]) });
  await screen.findByText('1 message found');
  const openOptions = async (from: string) => {
    await user.click(screen.getByRole('button', { name: 'More options...' }));
    await user.type(await screen.findByLabelText('From'), from);
  };
  await openOptions('alex');
  await user.keyboard('{Escape}');
  await openOptions('kim');
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), 'results{Enter}');
  await waitFor(() => expect(searched()).toHaveLength(2));
  expect(searched()[1]).toEqual({ text: 'results', from: 'kim' });
});

test('what only a search has found is deleted and taken back like any other message', async () => {
  const sent = { ...entry, folder: 'sent', isOwn: true, isUnread: false };
  const { user, asked } = await search('scan', {
    [SEARCH]: () => found([sent]),
    'POST /api/mailbox/changes': ({ body }) => ({ ...(body as object), unreadCount: 0 }),
  });
  await user.click(await screen.findByRole('checkbox', { name: /Your scan results/ }));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: /Your scan results/ })).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('checkbox', { name: /Your scan results/ })).toBeVisible();
  const changes = asked.filter(({ path }) => path === '/api/mailbox/changes').map(({ body }) => body);
  expect(changes).toEqual([
    { deliveryIds: [deliveryId], change: 'delete' },
    { deliveryIds: [deliveryId], change: 'restore' },
  ]);
});

test('Escape closes the options and leaves the focus where they were opened', async () => {
  const { user } = showPortal('/portal/inbox', signedIn);
  await user.click(await screen.findByRole('button', { name: 'More options...' }));
  await screen.findByRole('form', { name: 'Search options' });
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('form', { name: 'Search options' })).toBeNull();
  expect(screen.getByRole('button', { name: 'More options...' })).toHaveFocus();
});

test('without a result the page says so and offers older messages', async () => {
  const answer = ({ body }: { body: unknown }) =>
    (body as { isOlderIncluded?: boolean }).isOlderIncluded ? found([entry]) : found([], { hasOlder: true });
  const { user } = await search('nothing', { [SEARCH]: answer });
  expect(await screen.findByText('Nothing found')).toBeVisible();
  expect(screen.getByText('No message of the last 12 months fits this search.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Search older messages too' }));
  expect(await screen.findByRole('link', { name: /Your scan results/ })).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Clear the search' }));
  expect(location.pathname).toBe('/portal/inbox');
});

test('a long search goes on by itself for some steps, says how far it is, and then asks', async () => {
  const step = found([], { nextCursor: 'on', searchedUntil: '2026-03-03T12:00:00.000Z' });
  const { user, searched } = await search('two words', { [SEARCH]: () => step });
  const goOn = await screen.findByRole('button', { name: 'Search further back' });
  expect(searched()).toHaveLength(5);
  await user.click(goOn);
  expect(screen.getByText(/^Searched back to .*2026\.$/)).toBeVisible();
  await waitFor(() => expect(searched()).toHaveLength(10));
  expect(searched()[9]).toEqual({ text: 'two words', cursor: 'on' });
});

test('what cannot be searched for is said', async () => {
  await search('a', {
    [SEARCH]: () => {
      throw new Refusal('search_words_missing');
    },
  });
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no word to search for.');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('a failure can be tried again', async () => {
  let isBroken = true;
  const { user } = await search('scan', {
    [SEARCH]: () => {
      if (isBroken) throw new Refusal('throttled');
      return found([entry]);
    },
  });
  expect(await screen.findByRole('alert')).toBeVisible();
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('1 message found')).toBeVisible();
});
