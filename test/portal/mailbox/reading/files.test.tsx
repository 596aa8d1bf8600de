import { afterEach, expect, jest, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { type Answers, Refusal, deliveryId, entry, openedMessage, session, showPortal } from '../../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const file = (name: string, contentType: string, size = 1000) => ({
  ...{ name, contentType, size, contentId: null },
  attachmentId: name.replace(/\W/g, '-').padEnd(22, '_').slice(0, 22),
});
const at = `/api/mailbox/deliveries/${deliveryId}`;
const open = (changes: object, more: Answers = {}) =>
  showPortal(`/portal/inbox/${deliveryId}`, {
    'GET /api/account/session': () => session,
    'GET /api/mailbox/inbox/deliveries': () => ({ entries: [entry], nextCursor: null, unreadCount: 0 }),
    [`POST ${at}/open`]: () => ({ ...openedMessage, ...changes }),
    [`GET ${at}/download`]: () => ({}),
    ...more,
  });

const started: string[] = [];
const click = HTMLAnchorElement.prototype.click;
HTMLAnchorElement.prototype.click = function () {
  if (this.hasAttribute('download')) started.push(this.getAttribute('href') ?? '');
  else click.call(this);
};
afterEach(() => void started.splice(0));

test('several files can be saved at once, each alone, and the message whole; it is asked first whether that is still allowed', async () => {
  const { user, asked } = open({ attachments: [file('a.pdf', 'application/pdf'), file('b.docx', 'application/msword')] });
  await user.click(await screen.findByRole('link', { name: 'Download all' }));
  await user.click(screen.getByRole('link', { name: 'Save message' }));
  await user.click(screen.getByRole('link', { name: /^Download a\.pdf/ }));
  expect(started.map((address) => new URL(address, location.origin).pathname.slice(at.length))).toEqual([
    '/attachments.zip',
    '/message.eml',
    expect.stringMatching(/^\/attachments\/a-pdf/),
  ]);
  expect(asked.filter(({ path }) => path === `${at}/download`)).toHaveLength(3);
  expect(screen.getByRole('button', { name: 'Preview a.pdf' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Preview b.docx' })).toBeNull();
});

test('a download that cannot begin is explained in our words', async () => {
  const recalled = () => {
    throw new Refusal('message_recalled');
  };
  const { user } = open({}, { [`GET ${at}/download`]: recalled });
  await user.click(await screen.findByRole('link', { name: /^Download scan\.pdf/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The sender has taken this message back.');
  expect(started).toEqual([]);
});

test('what the sender does not allow is not offered, and said', async () => {
  open({ mayPrint: false, mayDownload: false });
  expect(await screen.findByText(/does not allow printing this message or saving its files/)).toBeVisible();
  expect(screen.getByRole('list', { name: 'Files' })).toHaveTextContent('scan.pdf');
  expect(screen.queryByRole('link', { name: /Download|Save message/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /Preview/ })).toBeNull();
  expect(document.documentElement).toHaveAttribute('data-print-nothing');
});

test('many files are folded until they are asked for; none is none', async () => {
  const attachments = Array.from({ length: 20 }, (_, number) => file(`file-${number}.docx`, 'application/msword'));
  const { user, unmount } = open({ attachments });
  const list = await screen.findByRole('list', { name: 'Files' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(8);
  await user.click(screen.getByRole('button', { name: 'Show all 20 files' }));
  expect(within(list).getAllByRole('listitem')).toHaveLength(20);
  unmount();
  open({ attachments: [] });
  expect(await screen.findByRole('link', { name: 'Save message' })).toBeVisible();
  expect(screen.queryByRole('list', { name: 'Files' })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Download all' })).toBeNull();
});
