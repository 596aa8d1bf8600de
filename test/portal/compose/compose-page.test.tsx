import { File } from 'node:buffer';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { act, cleanup, createEvent, fireEvent, screen, waitFor } from '@testing-library/react';
import { forgetPerson } from '../../../portal/session/on-leaving.ts';
import { type Answers, Refusal, entry, session, showPortal } from '../../support/portal-screen.tsx';
import { takeUploads } from '../../support/fake-upload.ts';
import { writeRich } from '../../support/write-rich.ts';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(90_000);

const DRAFT = '/portal/compose/draft-0123456789_abcde';
const accepted = () => ({ messageId: 'message-0123456789_abc', acceptedAt: '2026-11-22T10:02:00.000Z', recipientCount: 1 });
const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString();

const answers = (more: Answers = {}): Answers => ({
  'GET /api/account/session': () => session,
  'GET /api/mailbox/*': () => ({ entries: [entry], nextCursor: null, unreadCount: 0 }),
  'GET /api/compose/allowance': () => ({
    ...{ messagesLeft: 30, messagesAgainAt: null },
    ...{ bytesLeft: 200 * 1024 * 1024, bytesPerDay: 200 * 1024 * 1024, bytesAgainAt: null },
  }),
  'GET /api/compose/drafts/*': () => {
    throw new Refusal('draft_not_found');
  },
  'POST /api/compose/drafts/*': () => ({ revision: 1, updatedAt: '2026-11-22T09:14:00.000Z' }),
  'DELETE /api/compose/*': () => ({}),
  'POST /api/compose/messages': accepted,
  ...more,
});

beforeEach(() => {
  takeUploads();
  sessionStorage.clear();
});
afterEach(() => {
  cleanup();
  forgetPerson();
});

test('a recipient who was typed and not chosen holds Send back once; one who is clicked without focus is taken', async () => {
  const { user, asked } = showPortal('/portal/compose', answers());
  const field = await screen.findByLabelText('To');
  await user.type(field, 'kim');
  const offer = screen.getByRole('button', { name: 'Add kim@harbour.example' });
  const press = createEvent.mouseDown(offer);
  fireEvent(offer, press);
  expect(press.defaultPrevented).toBe(true);
  await user.click(offer);
  await user.type(field, 'alex');
  // Another window in front: the page keeps its focus, and what was typed stays.
  fireEvent.blur(field);
  expect(field).toHaveValue('alex');
  await writeRich(screen.getByLabelText('Your message'), 'Hello');
  fireEvent.change(screen.getByLabelText('Subject'), { target: { value: 'Ward\t7' } });
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByText(/“alex” was removed because it was not chosen\. Choose an address/)).toBeVisible();
  expect(asked.some(({ path }) => path === '/api/compose/messages')).toBe(false);
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('Your message was sent.')).toBeVisible();
  const sent = asked.find(({ path }) => path === '/api/compose/messages');
  expect(sent?.body).toMatchObject({ to: ['kim@harbour.example'], subject: 'Ward 7' });
  // Nothing can be begun under the key of what was sent.
  expect(location.pathname).toBe('/portal/compose/sent');
});

test('what can be nobody of the organisation is said while it is typed and after it was removed', async () => {
  showPortal('/portal/compose', answers());
  const field = await screen.findByLabelText('To');
  fireEvent.change(field, { target: { value: 'Kim Roe' } });
  expect(screen.getByText(/This makes no address at Harbour Clinic\./)).toBeVisible();
  fireEvent.change(field, { target: { value: 'sam@other.example' } });
  fireEvent.blur(field, { relatedTarget: screen.getByLabelText('Subject') });
  expect(field).toHaveValue('');
  expect(screen.getByText('“sam@other.example” was removed: you can write only to people at Harbour Clinic.')).toBeVisible();
});

test('something new begins without asking the server; a draft behind an ended session leads to signing in', async () => {
  const gone = () => {
    throw new Refusal('not_signed_in');
  };
  const { unmount } = showPortal('/portal/compose', answers({ 'GET /api/compose/drafts/*': gone }));
  expect(await screen.findByLabelText('Your message')).toBeVisible();
  unmount();
  showPortal(DRAFT, answers({ 'GET /api/compose/drafts/*': gone }));
  expect(await screen.findByText(/You are no longer signed in/)).toBeVisible();
});

test('a draft that was sent or thrown away elsewhere says so instead of beginning anew', async () => {
  showPortal(DRAFT, answers());
  expect(await screen.findByRole('alert')).toHaveTextContent('Please look in Sent whether it was sent.');
  expect(screen.queryByLabelText('Your message')).toBeNull();
});

test('a message that is left while it is being sent tells how that ended, and cannot be thrown away meanwhile', async () => {
  const held = Promise.withResolvers<object>();
  const { user } = showPortal('/portal/compose', answers({ 'POST /api/compose/messages': () => held.promise }));
  await user.type(await screen.findByLabelText('To'), 'alex{Enter}');
  await writeRich(screen.getByLabelText('Your message'), 'Hello');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByRole('button', { name: 'Discard' })).toBeDisabled();
  await user.click(screen.getByRole('link', { name: 'Back to the mailbox' }));
  await screen.findByRole('link', { name: 'Compose' });
  act(() => held.resolve(accepted()));
  expect(await screen.findByText('Your message was sent.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('Your message was sent.')).toBeNull();
});

test('what is used up of the day is told with its time, a save that is refused with its reason, and files land anywhere', async () => {
  const used = { messagesLeft: 0, messagesAgainAt: tomorrow, bytesLeft: 0, bytesPerDay: 1024 * 1024, bytesAgainAt: tomorrow };
  const refuse = () => {
    throw new Refusal('too_many_drafts', { limit: 100 });
  };
  showPortal('/portal/compose', answers({ 'GET /api/compose/allowance': () => used, 'POST /api/compose/drafts/*': refuse }));
  await writeRich(await screen.findByLabelText('Your message'), 'Hello');
  expect(await screen.findByText(/You can send again at .*\d:\d\d/)).toBeVisible();
  expect(screen.getByText(/You can attach files again at .*\d:\d\d/)).toBeVisible();
  const dataTransfer = { types: ['Files'], files: [new File(['content'], 'one.txt')] };
  fireEvent.dragOver(document.body, { dataTransfer });
  expect(screen.getByText('Drop files here to attach them')).toBeVisible();
  fireEvent.drop(document.body, { dataTransfer });
  expect(await screen.findByText(/One person can send at most 1 MB of files in a day\. .*Please come again in/)).toBeVisible();
  await waitFor(() => expect(screen.getByText('You can have at most 100 drafts.')).toBeVisible());
});
