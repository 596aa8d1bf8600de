import { File } from 'node:buffer';
import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type Answers, Refusal, deliveryId, entry, openedMessage, session, showPortal } from '../../support/portal-screen.tsx';
import { takeUploads } from '../../support/fake-upload.ts';
import { writeRich } from '../../support/write-rich.ts';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const address = `/portal/inbox/${deliveryId}`;
const accepted = () => ({ messageId: 'message-0123456789_abc', acceptedAt: '2026-11-22T10:02:00.000Z', recipientCount: 1 });
let account = 0;

/** A new account for each test, so that no draft is left from another. */
const signedIn = (): Answers => {
  account += 1;
  sessionStorage.clear();
  const own = { ...session, accountId: `account-${String(account).padStart(14, '0')}` };
  return {
    'GET /api/account/session': () => own,
    'POST /api/account/sessions': () => own,
    'GET /api/mailbox/*': () => ({ entries: [entry], nextCursor: null, unreadCount: 0 }),
    [`POST /api/mailbox/deliveries/${deliveryId}/open`]: () => openedMessage,
    'GET /api/compose/allowance': () => ({
      messagesLeft: 30,
      messagesAgainAt: null,
      ...{ bytesLeft: 200 * 1024 * 1024, bytesPerDay: 200 * 1024 * 1024, bytesAgainAt: null },
    }),
    'GET /api/compose/drafts*': () => ({ entries: [], nextCursor: null }),
    'POST /api/compose/drafts/*': ({ body }) => ({
      revision: (body as { revision: number }).revision + 1,
      updatedAt: '2026-11-22T09:14:00.000Z',
    }),
    'POST /api/compose/replies': accepted,
    'DELETE /api/compose/*': () => ({}),
  };
};

let uploads: ReturnType<typeof takeUploads>;
beforeEach(() => {
  uploads = takeUploads();
});

async function startReply(answers: Answers, replyAttachmentsBytes = 25 * 1024 * 1024, button = 'Reply') {
  const shown = showPortal(address, answers, { replyAttachmentsBytes });
  await shown.user.click(await screen.findByRole('button', { name: button }));
  const text = await screen.findByLabelText('Your reply');
  const attach = (...names: string[]) => {
    const picker = shown.container.querySelector('input[type=file]');
    if (!picker) throw new Error('no file picker');
    fireEvent.change(picker, { target: { files: names.map((name) => new File(['content'], name, { type: 'text/plain' })) } });
  };
  return { ...shown, text, attach };
}

test('a reply with two files is sent once both have arrived', async () => {
  const { user, asked, text, attach } = await startReply(signedIn());
  await writeRich(text, 'Thank you');
  attach('one.txt', 'zwei Übersicht.txt');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByRole('button', { name: /Waiting for files/ })).toBeVisible();
  uploads.finish('one.txt', 'upload-0123456789_abcd');
  uploads.finish('zwei Übersicht.txt', 'upload-9876543210_dcba');
  expect(await screen.findByText(/Your reply was sent to Alex Morgan\./)).toBeVisible();
  const sent = asked.filter(({ path }) => path === '/api/compose/replies');
  expect(sent).toHaveLength(1);
  expect(sent[0]?.body).toMatchObject({
    deliveryId,
    html: '<p>Thank you</p>',
    isToAll: false,
    hasQuote: true,
    attachments: [
      { uploadId: 'upload-0123456789_abcd', name: 'one.txt', contentType: 'text/plain', contentId: null },
      { name: 'zwei Übersicht.txt' },
    ],
  });
});

test('an empty reply is not sent', async () => {
  const { user, asked } = await startReply(signedIn());
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByText('Please write something or attach a file first.')).toBeVisible();
  expect(asked.some(({ path }) => path === '/api/compose/replies')).toBe(false);
});

test('a reply to all that failed keeps its text, is sent with the same key, and says how many it went to', async () => {
  let isBroken = true;
  const send = () => {
    if (isBroken) throw new Refusal('database_unavailable');
    return accepted();
  };
  const { user, asked, text } = await startReply({ ...signedIn(), 'POST /api/compose/replies': send }, undefined, 'Reply All');
  await writeRich(text, 'Hello');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Nothing is lost.');
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText(/Your reply was sent to Alex Morgan and 1 other person\./);
  const keys = asked
    .filter(({ path }) => path === '/api/compose/replies')
    .map(({ body }) => (body as { sendKey: string }).sendKey);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[\w-]{22}$/);
  expect(keys[1]).toBe(keys[0]);
});

test('a session that ends while writing loses nothing', async () => {
  let isSignedIn = false;
  const send = () => {
    if (!isSignedIn) throw new Refusal('not_signed_in');
    return accepted();
  };
  const save = () => {
    if (!isSignedIn) throw new Refusal('not_signed_in');
    return { revision: 1, updatedAt: '2026-11-22T09:14:00.000Z' };
  };
  const { user, text } = await startReply({
    ...signedIn(),
    'POST /api/compose/replies': send,
    'POST /api/compose/drafts/*': save,
  });
  await writeRich(text, 'A long answer');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await user.type(await screen.findByLabelText('E-mail address'), 'pat@client.example{Enter}');
  isSignedIn = true;
  await user.type(await screen.findByLabelText('Password'), 'secret{Enter}');
  expect(await screen.findByLabelText('Your reply')).toHaveTextContent('A long answer');
  expect(await screen.findByText(/^Saved/)).toBeVisible();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('files that were swept away meanwhile are uploaded again before the reply is sent', async () => {
  let isGone = true;
  const send = () => {
    if (!isGone) return accepted();
    isGone = false;
    throw new Refusal('upload_not_found', { fields: ['attachments.0'] });
  };
  const { user, attach } = await startReply({ ...signedIn(), 'POST /api/compose/replies': send });
  attach('one.txt');
  await waitFor(() => expect(uploads.waiting()).toEqual(['one.txt']));
  uploads.finish('one.txt', 'upload-0123456789_abcd');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await waitFor(() => expect(uploads.waiting()).toEqual(['one.txt']));
  uploads.finish('one.txt', 'upload-9876543210_dcba');
  expect(await screen.findByText(/Your reply was sent/)).toBeVisible();
});

test('a file on its way can be cancelled, one that is too large is named with the limit', async () => {
  const { user, attach } = await startReply(signedIn());
  attach('one.txt', 'two.txt');
  await user.click(screen.getByRole('button', { name: 'Cancel one.txt' }));
  uploads.refuse('two.txt', 'attachment_too_large', 1024 * 1024);
  const files = screen.getByRole('list', { name: 'Attached files' });
  expect(await within(files).findByRole('alert')).toHaveTextContent('Not uploaded: A file is larger than 1 MB.');
  expect(within(files).queryByText('one.txt')).toBeNull();
});

test('a file that does not fit stays in the list and holds back Send; nothing is left out unseen', async () => {
  const { user, asked, text, attach } = await startReply(signedIn(), 10);
  await writeRich(text, 'Thank you');
  attach('one.txt', 'two.txt');
  expect(await screen.findByRole('alert')).toHaveTextContent('10 bytes');
  await waitFor(() => expect(uploads.waiting()).toEqual(['one.txt']));
  uploads.finish('one.txt', 'upload-0123456789_abcd');
  await writeRich(text, ' again');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(asked.filter(({ path }) => path === '/api/compose/replies')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Remove two.txt' }));
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText(/Your reply was sent/)).toBeVisible();
});

test('what was written is thrown away only after a second thought', async () => {
  const { user, text } = await startReply(signedIn());
  await writeRich(text, 'Draft');
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(screen.getByText('Throw away what you wrote?')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Keep writing' }));
  expect(text).toHaveTextContent('Draft');
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  await user.click(await screen.findByRole('button', { name: 'Reply' }));
  expect(await screen.findByLabelText('Your reply')).toHaveTextContent('');
});
