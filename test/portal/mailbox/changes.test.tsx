import { expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { type Answers, Refusal, deliveryId, entry, openedMessage, session, showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(120_000);

const second = { ...entry, deliveryId: 'delivery-9876543210_zy', subject: 'An older one', sentAt: '2026-11-21T09:12:00.000Z' };
const list = (entries: object[]) => ({ entries, nextCursor: null, unreadCount: entries.length });

/** A mailbox of two messages whose server does what it is asked. */
function aMailbox(changes: Answers = {}): Answers {
  const opened = (id: string) => () => ({
    ...openedMessage,
    deliveryId: id,
    subject: id === deliveryId ? 'Your scan results' : 'An older one',
  });
  return {
    'GET /api/account/session': () => session,
    'GET /api/mailbox/inbox/deliveries': () => list([entry, second]),
    'GET /api/mailbox/sent/deliveries': () => list([]),
    'GET /api/mailbox/deleted/deliveries': () => list([{ ...entry, folder: 'deleted' }]),
    [`POST /api/mailbox/deliveries/${deliveryId}/open`]: opened(deliveryId),
    [`POST /api/mailbox/deliveries/${second.deliveryId}/open`]: opened(second.deliveryId),
    'POST /api/mailbox/changes': ({ body }) => ({ deliveryIds: (body as { deliveryIds: string[] }).deliveryIds, unreadCount: 0 }),
    ...changes,
  };
}

const rows = () => screen.queryAllByRole('link', { name: /Alex Morgan/ });
const changesOf = (asked: { path: string; body: unknown }[]) =>
  asked.filter(({ path }) => path === '/api/mailbox/changes').map(({ body }) => body);

test('several messages are deleted at once and taken back by Undo', async () => {
  const { user, asked } = showPortal('/portal/inbox', aMailbox());
  await user.click(await screen.findByRole('checkbox', { name: 'Select all' }));
  expect(screen.getByText('2 chosen')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  expect(rows()).toEqual([]);
  expect(await screen.findByText('2 messages deleted')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findAllByRole('link', { name: /Alex Morgan/ })).toHaveLength(2);
  await waitFor(() => expect(changesOf(asked)).toHaveLength(2));
  expect(changesOf(asked)).toMatchObject([
    { change: 'delete', deliveryIds: [deliveryId, second.deliveryId] },
    { change: 'restore', deliveryIds: [deliveryId, second.deliveryId] },
  ]);
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  expect(screen.getByText('Undone').closest('[role=status]')).toBeInTheDocument();
});

test('one chosen message is marked read, and unread again by Undo', async () => {
  const { user, asked } = showPortal('/portal/inbox', aMailbox());
  await user.click(await screen.findByRole('checkbox', { name: /An older one/ }));
  await user.click(screen.getByRole('button', { name: 'Mark read' }));
  expect(screen.getByRole('link', { name: /An older one/ })).not.toHaveTextContent('Unread');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('link', { name: /An older one/ })).toHaveTextContent('Unread');
  await waitFor(() => expect(changesOf(asked)).toMatchObject([{ change: 'read' }, { change: 'unread' }]));
});

test('deleting the open message opens the next one; its address leads nowhere back', async () => {
  const { user } = showPortal(`/portal/inbox/${deliveryId}`, aMailbox());
  await screen.findByRole('heading', { name: 'Your scan results' });
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const heading = await screen.findByRole('heading', { name: 'An older one' });
  expect(location.pathname).toBe(`/portal/inbox/${second.deliveryId}`);
  expect(heading).toHaveFocus();
  expect(rows()).toHaveLength(1);
});

test('what is in Deleted is restored', async () => {
  const { user, asked } = showPortal(
    `/portal/deleted/${deliveryId}`,
    aMailbox({ 'GET /api/mailbox/inbox/deliveries': () => list([]) }),
  );
  await user.click(await screen.findByRole('button', { name: 'Restore' }));
  expect(await screen.findByText('Nothing deleted')).toBeVisible();
  expect(screen.getByText('1 message restored')).toBeVisible();
  expect(changesOf(asked)).toMatchObject([{ change: 'restore', deliveryIds: [deliveryId] }]);
});

test('a deleted message behind its link stays open once it is restored, and deleting it opens no other', async () => {
  const old = { ...entry, folder: 'deleted', isUnread: false, sentAt: '2026-01-05T09:12:00.000Z' };
  const { user, asked } = showPortal(
    `/portal/inbox/${deliveryId}`,
    aMailbox({
      'GET /api/mailbox/inbox/deliveries': () => ({ ...list([second]), nextCursor: 'older' }),
      [`GET /api/mailbox/deliveries/${deliveryId}`]: () => old,
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Restore' }));
  expect(await screen.findByText('1 message restored')).toBeVisible();
  expect(location.pathname).toBe(`/portal/inbox/${deliveryId}`);
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('Choose a message to read it here.')).toBeVisible();
  expect(location.pathname).toBe('/portal/inbox');
  expect(asked.some(({ path }) => path.includes(second.deliveryId))).toBe(false);
});

test('a change that fails is said, and the list shows again what is', async () => {
  const fail = () => {
    throw new Refusal('database_unavailable');
  };
  const { user } = showPortal('/portal/inbox', aMailbox({ 'POST /api/mailbox/changes': fail }));
  await user.click(await screen.findByRole('checkbox', { name: /An older one/ }));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Nothing is lost.');
  expect(await screen.findByRole('link', { name: /An older one/ })).toBeVisible();
});

test('keys move, delete and take back', async () => {
  const { user, asked } = showPortal('/portal/inbox', aMailbox());
  await screen.findByRole('link', { name: /An older one/ });
  await user.keyboard('j');
  expect(screen.getByRole('link', { name: /Your scan results/ })).toHaveFocus();
  await user.keyboard('j');
  expect(screen.getByRole('link', { name: /An older one/ })).toHaveFocus();
  await user.keyboard('k#');
  expect(rows()).toHaveLength(1);
  expect(screen.getByRole('link', { name: /An older one/ })).toHaveFocus();
  await user.keyboard('z');
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(changesOf(asked)).toMatchObject([{ change: 'delete' }, { change: 'restore' }]);
});

test('a click on the open message goes nowhere, and keys on the buttons of an answer leave the message alone', async () => {
  const noDrafts = { 'GET /api/compose/drafts*': () => ({ entries: [], nextCursor: null }) };
  const { user, asked } = showPortal(`/portal/inbox/${deliveryId}`, aMailbox(noDrafts));
  const row = await screen.findByRole('link', { name: /Your scan results/ });
  const before = history.length;
  await user.click(row);
  expect(history.length).toBe(before);
  await user.click(await screen.findByRole('button', { name: 'Reply' }));
  (await screen.findByRole('button', { name: 'Send' })).focus();
  await user.keyboard('#');
  expect(changesOf(asked)).toEqual([]);
});

test('keys can be turned off in the list of keys', async () => {
  const { user, asked } = showPortal('/portal/inbox', aMailbox());
  (await screen.findByRole('link', { name: /An older one/ })).focus();
  await user.keyboard('?');
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  await user.click(within(dialog).getByRole('switch', { name: 'Use keyboard shortcuts' }));
  await user.click(within(dialog).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  // What stood behind the dialog comes back to those who do not see, a moment after it has closed.
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(screen.getByRole('link', { name: /An older one/ })).toHaveFocus();
  await user.keyboard('#');
  expect(rows()).toHaveLength(2);
  expect(changesOf(asked)).toEqual([]);
  localStorage.clear();
});

test('Enter opens a message in full screen, with the focus on its subject; Back leads to its row', async () => {
  const { user } = showPortal('/portal/inbox', aMailbox());
  (await screen.findByRole('link', { name: /Your scan results/ })).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { name: 'Your scan results' })).toHaveFocus();
  expect(location.search).toBe('?full');
  expect(screen.getByRole('button', { name: 'Full screen', pressed: true })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Back to Inbox' }));
  expect(location.search).toBe('');
  // The stand-in for a browser does not draw the list again at once.
  await waitFor(() => expect(screen.getByRole('link', { name: /Your scan results/, hidden: true })).toHaveFocus());
});

test('a message that has ended offers to ask the sender for more time, and says when that was done', async () => {
  const ended = { ...entry, state: 'expired', endedAt: '2026-11-22T10:00:00.000Z' };
  const { user, asked } = showPortal(
    `/portal/inbox/${deliveryId}`,
    aMailbox({
      'GET /api/mailbox/inbox/deliveries': () => list([ended]),
      [`POST /api/mailbox/deliveries/${deliveryId}/open`]: () => {
        throw new Refusal('message_expired');
      },
      [`POST /api/mailbox/deliveries/${deliveryId}/more-time`]: () => ({ askedAt: '2026-11-22T11:00:00.000Z' }),
    }),
  );
  expect(await screen.findByText(/It could be read until .*2026/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Ask the sender for more time' }));
  expect(await screen.findByText(/You asked the sender for more time/)).toBeVisible();
  expect(asked.filter(({ path }) => path.endsWith('/more-time'))).toHaveLength(1);
});

test('one of my own that has ended and was deleted says so, and offers no question to myself', async () => {
  const ended = { ...entry, folder: 'deleted', isOwn: true, state: 'expired', endedAt: '2026-11-22T10:00:00.000Z' };
  showPortal(
    `/portal/deleted/${deliveryId}`,
    aMailbox({
      'GET /api/mailbox/deleted/deliveries': () => list([ended]),
      [`POST /api/mailbox/deliveries/${deliveryId}/open`]: () => {
        throw new Refusal('message_expired');
      },
    }),
  );
  expect(await screen.findByText(/It could be read until .*2026/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Ask the sender for more time' })).toBeNull();
});

test('new mail appears by itself when the page is seen again, and is counted in its title', async () => {
  let entries = [second];
  const news = () => ({ newestId: entries[0]?.deliveryId ?? null, unreadCount: entries.length });
  showPortal(
    '/portal/inbox',
    aMailbox({ 'GET /api/mailbox/inbox/deliveries': () => list(entries), 'GET /api/mailbox/news': news }),
  );
  await screen.findByRole('link', { name: /An older one/ });
  expect(document.title).toMatch(/^\(1\) Inbox/);
  entries = [entry, second];
  document.dispatchEvent(new Event('visibilitychange'));
  expect(await screen.findByRole('link', { name: /Your scan results/ })).toBeVisible();
  const said = screen.getByText('1 new message');
  expect(said.parentElement).toHaveAttribute('role', 'status');
  expect(document.title).toMatch(/^\(2\) Inbox/);
  entries = [
    { ...entry, deliveryId: 'delivery-newest-654_zy', subject: 'The newest one', sentAt: '2026-11-22T10:12:00.000Z' },
    ...entries,
  ];
  document.dispatchEvent(new Event('visibilitychange'));
  expect(await screen.findByRole('link', { name: /The newest one/ })).toBeVisible();
  // The same words again are read out only where they are new in the page.
  expect(said).not.toBeInTheDocument();
  expect(screen.getByText('1 new message')).toBeInTheDocument();
});
