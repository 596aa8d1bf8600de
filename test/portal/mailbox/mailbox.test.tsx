import { expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { type Answers, Refusal, deliveryId, entry, openedMessage, session, showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const other = 'delivery-9876543210_zy';
const list = (entries: object[], nextCursor: string | null = null) => ({ entries, nextCursor, unreadCount: entries.length });
const signedIn: Answers = {
  'GET /api/account/session': () => session,
  'GET /api/mailbox/inbox/deliveries': () => list([entry]),
  'GET /api/mailbox/sent/deliveries': () => list([]),
  [`POST /api/mailbox/deliveries/${deliveryId}/open`]: () => openedMessage,
};
const refuse = (code: ConstructorParameters<typeof Refusal>[0]) => () => {
  throw new Refusal(code);
};

test('a message is listed with its sender, subject, files and days left, and is unread', async () => {
  const expiresAt = new Date(Date.now() + 26.5 * 24 * 60 * 60 * 1000).toISOString();
  showPortal('/portal', { ...signedIn, 'GET /api/mailbox/inbox/deliveries': () => list([{ ...entry, expiresAt }]) });
  const row = await screen.findByRole('link', { name: /Alex Morgan\W+Your scan results/ });
  expect(row).toHaveTextContent('Unread');
  expect(row).toHaveTextContent('1 file');
  expect(row).toHaveTextContent('27 days left');
  expect(screen.getByRole('link', { name: /Inbox/ })).toHaveTextContent('1 unread');
});

test('a message opens beside the list, is read from then on, and its address can be kept', async () => {
  const { user } = showPortal('/portal/inbox', signedIn);
  await user.click(await screen.findByRole('link', { name: /Your scan results/ }));
  expect(await screen.findByRole('heading', { name: 'Your scan results' })).toBeVisible();
  expect(screen.getByText('Alex Morgan <alex@harbour.example>')).toBeVisible();
  expect(location.pathname).toBe(`/portal/inbox/${deliveryId}`);
  expect(screen.getByRole('link', { name: /Alex Morgan\W+Your scan results/ })).not.toHaveTextContent('Unread');
});

test('the body stands in a frame that may run nothing', async () => {
  showPortal(`/portal/inbox/${deliveryId}`, signedIn);
  const frame = await screen.findByTitle('Message');
  expect(frame).toHaveAttribute('src', '/frame');
  expect(frame.getAttribute('sandbox')?.split(' ').sort()).toEqual([
    'allow-modals',
    'allow-popups',
    'allow-popups-to-escape-sandbox',
    'allow-same-origin',
  ]);
});

test('pictures in the body that could not be loaded are told of, and loaded when tried again', async () => {
  const picture = { name: 'photo.png', contentType: 'image/png', contentId: 'photo', size: 1000 };
  let isBroken = true;
  URL.createObjectURL = () => 'blob:picture';
  URL.revokeObjectURL = () => undefined;
  const { user } = showPortal(`/portal/inbox/${deliveryId}`, {
    ...signedIn,
    [`POST /api/mailbox/deliveries/${deliveryId}/open`]: () => ({
      ...openedMessage,
      html: '<img src="cid:photo" alt="Ward"><img src="cid:photo">',
      attachments: [{ ...picture, attachmentId: 'attachment-012345678_p' }],
    }),
    'GET /api/mailbox/deliveries/*': () => (isBroken ? refuse('database_unavailable')() : {}),
  });
  const frame = (await screen.findByTitle('Message')) as HTMLIFrameElement;
  const shell = frame.contentDocument;
  document.documentElement.lang = 'de';
  // The stand-in for a browser loads no frame.
  const root = shell?.appendChild(shell.createElement('html'));
  if (root) root.innerHTML = '<body><div id="heading"></div><div id="message"></div></body>';
  fireEvent.load(frame);
  expect(await screen.findByText('A picture of this message could not be loaded.')).toBeVisible();
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText('A picture of this message could not be loaded.')).toBeNull());
  expect(shell?.querySelector('img')).toHaveAttribute('src', 'blob:picture');
  // What names no language is read out in that of the page.
  expect(shell?.documentElement.lang).toBe('de');
  document.documentElement.lang = '';
});

test('each file is a link that downloads it, named with its size', async () => {
  showPortal(`/portal/inbox/${deliveryId}`, signedIn);
  const file = await screen.findByRole('link', { name: /Download scan\.pdf\W+1\.2 MB/ });
  expect(file).toHaveAttribute('href', `/api/mailbox/deliveries/${deliveryId}/attachments/attachment-012345678_a`);
  expect(file).toHaveAttribute('download', 'scan.pdf');
});

test('a message that may not be answered has no Reply', async () => {
  const open = () => ({ ...openedMessage, mayReply: false });
  showPortal(`/portal/inbox/${deliveryId}`, { ...signedIn, [`POST /api/mailbox/deliveries/${deliveryId}/open`]: open });
  await screen.findByRole('heading', { name: 'Your scan results' });
  expect(screen.queryByRole('button', { name: 'Reply' })).toBeNull();
});

test.each([
  ['message_recalled', 'This message was taken back'],
  ['message_expired', 'This message has expired'],
] as const)('what has ended says who sent it and what to do (%s)', async (code, title) => {
  showPortal(`/portal/inbox/${deliveryId}`, { ...signedIn, [`POST /api/mailbox/deliveries/${deliveryId}/open`]: refuse(code) });
  const ended = await screen.findByRole('region', { name: title });
  expect(await within(ended).findByText(/Alex Morgan sent it on/)).toBeVisible();
});

test('a message that is not there is said plainly', async () => {
  showPortal('/portal/inbox/no-such-thing', signedIn);
  expect(await screen.findByRole('alert')).toHaveTextContent('We could not find this message.');
});

test('a whole link that finds nothing says why, and there is nothing to try again', async () => {
  const open = refuse('message_not_found');
  showPortal(`/portal/inbox/${deliveryId}`, { ...signedIn, [`POST /api/mailbox/deliveries/${deliveryId}/open`]: open });
  expect(await screen.findByText('You deleted this message for good, or it is not for this address.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('an empty folder says what will come', async () => {
  showPortal('/portal/sent', signedIn);
  expect(await screen.findByText('Nothing sent yet')).toBeVisible();
});

test('a folder that cannot be read can be tried again', async () => {
  let isBroken = true;
  const read = () => (isBroken ? refuse('foreign_origin')() : list([entry]));
  const { user } = showPortal('/portal/inbox', { ...signedIn, 'GET /api/mailbox/inbox/deliveries': read });
  expect(await screen.findByRole('alert')).toBeVisible();
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: /Your scan results/ })).toBeVisible();
});

test('more of a folder is loaded from where it ended', async () => {
  const { user } = showPortal('/portal/inbox', {
    ...signedIn,
    'GET /api/mailbox/inbox/deliveries': () => list([entry], 'here'),
    'GET /api/mailbox/inbox/deliveries?cursor=here': () => list([{ ...entry, deliveryId: other, subject: 'An older one' }]),
  });
  await user.click(await screen.findByRole('button', { name: 'Load more' }));
  expect(await screen.findByRole('link', { name: /An older one/ })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Load more' })).toBeNull();
});

test('logging out leads to signing in', async () => {
  const { user, asked } = showPortal('/portal/inbox', { ...signedIn, 'DELETE /api/account/session': () => ({}) });
  await user.click(await screen.findByRole('button', { name: 'Account' }));
  expect(await screen.findByText('pat@client.example')).toBeVisible();
  await user.click(screen.getByRole('menuitem', { name: 'Log out' }));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(true);
});

test('the other messages of a conversation stand behind a line that says how many', async () => {
  const earlier = {
    ...entry,
    deliveryId: other,
    folder: 'sent',
    isOwn: true,
    sender: { name: 'Pat Doe', address: 'pat@client.example' },
  };
  const thread = () => ({ entries: [earlier] });
  const { user } = showPortal(`/portal/inbox/${deliveryId}`, {
    ...signedIn,
    [`GET /api/mailbox/deliveries/${deliveryId}/thread`]: thread,
  });
  await user.click(await screen.findByText('1 other message in this conversation'));
  const list = screen.getByRole('list', { name: 'Conversation' });
  expect(within(list).getByRole('link', { name: 'From Pat Doe' })).toHaveAttribute('href', `/portal/sent/${other}`);
});

test('a message of one’s own that did not reach somebody says so in Sent and, once open, to whom', async () => {
  const own = { ...entry, folder: 'sent', isOwn: true, isUnread: false, isUndelivered: true };
  const undelivered = [{ name: 'Kim Roe', address: 'kim@harbour.example' }];
  const { user } = showPortal('/portal/sent', {
    ...signedIn,
    'GET /api/mailbox/sent/deliveries': () => list([own, { ...own, deliveryId: other, isUndelivered: false }]),
    [`POST /api/mailbox/deliveries/${deliveryId}/open`]: () => ({ ...openedMessage, folder: 'sent', undelivered }),
  });
  const [failed, arrived] = await screen.findAllByRole('link', { name: /Your scan results/ });
  expect(failed).toHaveTextContent('Not delivered');
  expect(arrived).not.toHaveTextContent('Not delivered');
  if (failed) await user.click(failed);
  expect(await screen.findByText(/This message could not be delivered to Kim Roe\./)).toBeVisible();
});

test('what is gone for good offers no asking for more time', async () => {
  const ended = { ...entry, state: 'expired', endedAt: '2026-11-22T10:00:00.000Z', isRemoved: true };
  showPortal(`/portal/inbox/${deliveryId}`, {
    ...signedIn,
    'GET /api/mailbox/inbox/deliveries': () => list([ended]),
    [`POST /api/mailbox/deliveries/${deliveryId}/open`]: refuse('message_expired'),
  });
  expect(await screen.findByText(/It was removed for good 30 days after/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Ask the sender for more time' })).toBeNull();
});

test('an open message that is taken back says so: beside the list by words, and where the message had the focus by its heading', async () => {
  let isTakenBack = false;
  const ended = { ...entry, state: 'recalled', endedAt: '2026-11-22T10:00:00.000Z' };
  const answers: Answers = {
    ...signedIn,
    'GET /api/mailbox/inbox/deliveries': () => list([isTakenBack ? ended : entry]),
    [`GET /api/mailbox/deliveries/${deliveryId}`]: () => (isTakenBack ? ended : entry),
    [`POST /api/mailbox/deliveries/${deliveryId}/open`]: () => (isTakenBack ? refuse('message_recalled')() : openedMessage),
  };
  const takeBack = () => {
    isTakenBack = true;
    document.dispatchEvent(new Event('visibilitychange'));
    return screen.findByRole('heading', { name: 'This message was taken back' });
  };
  const first = showPortal(`/portal/inbox/${deliveryId}`, answers);
  await screen.findByRole('button', { name: 'Reply' });
  const row = await screen.findByRole('link', { name: /Alex Morgan\W+Your scan results/ });
  row.focus();
  await takeBack();
  expect(screen.getByText('This message was taken back', { selector: '[role=status] *' })).toBeInTheDocument();
  expect(row).toHaveFocus();
  first.unmount();
  isTakenBack = false;
  showPortal(`/portal/inbox/${deliveryId}`, answers);
  (await screen.findByRole('button', { name: 'Reply' })).focus();
  expect(await takeBack()).toHaveFocus();
});
