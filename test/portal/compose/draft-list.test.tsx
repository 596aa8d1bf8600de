import { beforeEach, expect, jest, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { type Answers, Refusal, deliveryId, entry, openedMessage, session, showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const draftId = 'draft-0123456789_abcde';
const plan = { uploadId: 'upload-0123456789_abcd', name: 'plan.pdf', contentType: 'application/pdf', contentId: null, size: 7 };
const accepted = { messageId: 'message-0123456789_abc', acceptedAt: '2026-11-22T10:02:00.000Z', recipientCount: 3 };
const people = ['alex@harbour.example', 'kim@harbour.example', 'lee@client.example'];

/** An answer to all with a file that only the server has, as somebody finds it in Drafts. */
const savedToAll = {
  ...{ draftId, kind: 'reply-all', deliveryId, to: people, subject: 'Your scan results', updatedAt: '2026-11-22T09:14:00.000Z' },
  ...{ revision: 3, html: '<p>Thank you all</p>', hasQuote: true, attachments: [plan] },
};
const { revision: _revision, html: _html, hasQuote: _hasQuote, attachments: _attachments, ...summary } = savedToAll;

const answers = (more: Answers = {}): Answers => ({
  'GET /api/account/session': () => session,
  'GET /api/mailbox/*': () => ({ entries: [entry], nextCursor: null, unreadCount: 0 }),
  [`POST /api/mailbox/deliveries/${deliveryId}/open`]: () => openedMessage,
  'GET /api/compose/drafts': () => ({
    entries: [{ ...summary, preview: 'Thank you all', attachmentCount: 1 }],
    nextCursor: null,
  }),
  [`GET /api/compose/drafts/${draftId}`]: () => savedToAll,
  'POST /api/compose/drafts/*': ({ body }) => ({
    revision: (body as { revision: number }).revision + 1,
    updatedAt: '2026-11-22T09:15:00.000Z',
  }),
  'DELETE /api/compose/*': () => ({}),
  ...more,
});

beforeEach(() => sessionStorage.clear());

test('an answer to all that is found in Drafts says so, names everybody, and its quote can be left out', async () => {
  const { user, asked } = showPortal('/portal/drafts', answers({ 'POST /api/compose/replies': () => accepted }));
  const line = await screen.findByRole('link', { name: /Reply to all: alex@harbour\.example, kim@harbour\.example/ });
  await user.click(line);
  expect(await screen.findByRole('region', { name: 'Your reply to all on “Your scan results”' })).toBeVisible();
  expect(screen.getByText(`Reply to all: ${people.join(', ')}`)).toBeVisible();
  expect(screen.getByText('The original message stands below your reply.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Leave it out' }));
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(asked.some(({ path }) => path === '/api/compose/replies')).toBe(true));
  const sent = asked.find(({ path }) => path === '/api/compose/replies');
  expect(sent?.body).toMatchObject({ isToAll: true, hasQuote: false, sendKey: draftId, attachments: [{ name: 'plan.pdf' }] });
});

test('an answer that cannot go any more becomes a new message with its files, to everybody inside', async () => {
  const refuse = () => {
    throw new Refusal('message_recalled');
  };
  const { user, asked } = showPortal(
    `/portal/compose/${draftId}`,
    answers({ 'POST /api/compose/replies': refuse, 'POST /api/compose/messages': () => accepted }),
  );
  await screen.findByText('plan.pdf');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await user.click(await screen.findByRole('button', { name: 'Write it as a new message' }));
  expect(await screen.findByLabelText('Your message')).toHaveTextContent('Thank you all');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('Your message was sent.')).toBeVisible();
  const sent = asked.find(({ path }) => path === '/api/compose/messages');
  expect(sent?.body).toMatchObject({
    sendKey: draftId,
    to: ['alex@harbour.example', 'kim@harbour.example'],
    attachments: [{ uploadId: plan.uploadId }],
  });
  expect(asked.filter(({ method }) => method === 'DELETE')).toEqual([]);
});

test('the title of an answer to all counts those it goes to', async () => {
  const others = ['kim', 'lee'].map((name) => ({ name, address: `${name}@harbour.example` }));
  const open = () => ({ ...openedMessage, to: [], others });
  const none = () => ({ entries: [], nextCursor: null });
  showPortal(
    `/portal/inbox/${deliveryId}/reply-all`,
    answers({ [`POST /api/mailbox/deliveries/${deliveryId}/open`]: open, 'GET /api/compose/drafts*': none }),
  );
  expect(await screen.findByRole('region', { name: 'Reply to Alex Morgan and 2 others' })).toBeVisible();
});

test('Drafts stand beside the other folders, and one can be thrown away there after a second thought', async () => {
  const { user, asked } = showPortal('/portal/drafts', answers());
  const name = `Discard: Reply to all: ${people.join(', ')}`;
  await user.click(await screen.findByRole('button', { name }));
  expect(screen.getByText('Throw away what you wrote?')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
  await user.click(screen.getByRole('button', { name }));
  await user.click(screen.getByRole('button', { name }));
  expect(await screen.findByText(/^No drafts\./)).toBeVisible();
  expect(asked.some(({ method, path }) => method === 'DELETE' && path.endsWith(draftId))).toBe(true);
  expect(screen.getByRole('heading', { name: 'Drafts' })).toHaveFocus();
  expect(screen.getByRole('link', { name: 'Drafts' })).toHaveAttribute('aria-current', 'page');
  expect(screen.getByRole('searchbox', { name: 'Search messages' })).toBeVisible();
  await user.click(screen.getByRole('link', { name: /Inbox/ }));
  expect(await screen.findByRole('link', { name: /Your scan results/ })).toBeVisible();
});
