import { expect, jest, test } from '@jest/globals';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { throughWindow } from '../../../addin/outlook/sign-in-window.ts';
import { SentPanel } from '../../../addin/track/SentPanel.tsx';
import { CallError } from '../../../contract/call.ts';
import {
  correctAddress,
  extendMessage,
  listSent,
  readSent,
  recallMessage,
  searchSent,
  type TrackedMessage,
} from '../../../contract/track.ts';
import { fakeApi } from '../../support/fake-api.ts';
import { aSentEntry, aTrackedMessage, aTrackedRecipient } from '../../support/tracked-message.ts';

// Dialogs take their time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

type Answers = Parameters<typeof fakeApi>[0];

function renderSent(answers: Answers) {
  const fake = fakeApi(answers);
  render(
    <FluentProvider theme={webLightTheme}>
      <SentPanel api={fake.api} isShown />
    </FluentProvider>,
  );
  return { ...fake, user: userEvent.setup() };
}

/** The tab with one message open. */
async function renderOpen(message: TrackedMessage, answers: Answers = {}) {
  const list = () => ({ entries: [aSentEntry()], nextCursor: null });
  const rendered = renderSent({ [listSent.path]: list, [readSent.path]: () => message, ...answers });
  await rendered.user.click(await screen.findByRole('button', { name: /Your scan results/ }));
  await screen.findByRole('heading', { name: 'Your scan results' });
  return rendered;
}

const button = (name: string) => screen.getByRole('button', { name });
const inDialog = async () => within(await screen.findByRole('dialog'));
const linesOf = (address: string) =>
  within(screen.getByRole('list', { name: `What happened for ${address}` }))
    .getAllByRole('listitem')
    .map((line) => line.textContent);
const refuse =
  (...failure: ConstructorParameters<typeof CallError>) =>
  () =>
    Promise.reject(new CallError(...failure));

test('each line says in a few words how a message stands', async () => {
  const entries = [
    aSentEntry({ subject: 'Three', recipientCount: 3, portalCount: 3, openedCount: 2, bouncedCount: 1, askedCount: 1 }),
    aSentEntry({ subject: 'Back', recalledCount: 1, unreachableCount: 1 }),
    aSentEntry({ subject: 'Inside', portalCount: 0 }),
    aSentEntry({ subject: 'Lost', bouncedCount: 1, unreachableCount: 1 }),
    aSentEntry({ subject: 'Half', portalCount: 2, recipientCount: 2, recalledCount: 1, unreachableCount: 1 }),
    aSentEntry({ subject: 'Mixed', portalCount: 1, recipientCount: 2, bouncedCount: 1 }),
    aSentEntry({ subject: '', messageId: 'purged', isPurged: true, openedCount: 1 }),
  ];
  renderSent({ [listSent.path]: () => ({ entries, nextCursor: null }) });
  const list = await screen.findByRole('list', { name: 'Sent messages' });
  const lines = within(list)
    .getAllByRole('button')
    .map((line) => line.textContent?.replace(/.*Pat Doe/, ''));
  expect(lines).toEqual([
    ' and 2 others2 of 3 opened1 not delivered1 asks for more time',
    'Recalled',
    'Sent as a mail',
    'Not delivered',
    ' and 1 other0 of 2 opened1 recalled',
    ' and 1 otherNot opened yet1 not delivered',
    'Opened',
  ]);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('older messages come on request, and what is there stays when that fails', async () => {
  let tries = 0;
  const { user, inputsOf } = renderSent({
    [listSent.path]: ({ cursor }: { cursor?: string }) => {
      tries += 1;
      if (tries === 2) return refuse('offline')();
      return { entries: [aSentEntry({ subject: cursor ? 'Older' : 'Newer' })], nextCursor: cursor ? null : 'next' };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no connection to the server.');
  await user.click(button('Show more'));
  expect(await screen.findByRole('button', { name: /Older/ })).toBeVisible();
  expect(screen.getByRole('button', { name: /Newer/ })).toBeVisible();
  expect(inputsOf(listSent.path).slice(1)).toEqual([{ cursor: 'next' }, { cursor: 'next' }]);
});

test('nothing sent yet, and a list that cannot be loaded, each say what to do', async () => {
  let isAway = true;
  const { user } = renderSent({
    [listSent.path]: () => (isAway ? refuse('database_unavailable')() : { entries: [], nextCursor: null }),
  });
  expect(await screen.findByRole('alert')).toHaveTextContent(/Please try again/);
  isAway = false;
  await user.click(button('Try again'));
  expect(await screen.findByText('You have not sent a secure message yet.')).toBeVisible();
});

const signingIn = () => throughWindow(new Promise(() => undefined));

test('while a sign-in window is open the tab says so; who has lost it gives it up and tries again', async () => {
  let isSignedIn = false;
  const { user } = renderSent({
    [listSent.path]: () => (isSignedIn ? { entries: [aSentEntry()], nextCursor: null } : signingIn()),
  });
  expect(await screen.findByText('Please sign in.')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('Outlook has opened a window for that.');
  await user.click(button('Cancel'));
  expect(await screen.findByRole('alert')).toHaveTextContent('You are not signed in.Choose Try again');
  isSignedIn = true;
  await user.click(button('Try again'));
  expect(await screen.findByRole('button', { name: /Your scan results/ })).toBeVisible();
});

test('a sign-in window that opens before an action can be given up in its dialog, and nothing is done', async () => {
  const { user, inputsOf } = await renderOpen(aTrackedMessage(), { [recallMessage.path]: signingIn });
  await user.click(button('Recall'));
  const dialog = await inDialog();
  await user.click(dialog.getByRole('button', { name: 'Recall' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('Please sign in.');
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(await dialog.findByText(/Nothing has been done/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(inputsOf(recallMessage.path)).toHaveLength(1);
});

test('a search goes on by itself over steps without a find, and an emptied box shows everything again', async () => {
  const { user, inputsOf } = renderSent({
    [listSent.path]: () => ({ entries: [aSentEntry()], nextCursor: null }),
    [searchSent.path]: ({ cursor }: { cursor?: string }) =>
      cursor
        ? { entries: [aSentEntry({ subject: 'Found' })], nextCursor: null, searchedUntil: null }
        : { entries: [], nextCursor: 'on', searchedUntil: '2026-01-01T00:00:00.000Z' },
  });
  const box = screen.getByRole('searchbox', { name: 'Search sent messages' });
  await user.type(box, ' pat scan {Enter}');
  expect(await screen.findByRole('button', { name: /Found/ })).toBeVisible();
  expect(inputsOf(searchSent.path)).toEqual([{ text: 'pat scan' }, { text: 'pat scan', cursor: 'on' }]);
  await user.clear(box);
  expect(await screen.findByRole('button', { name: /Your scan results/ })).toBeVisible();
});

test('the timeline of a recipient tells everything in order, and what is ahead', async () => {
  const at = (minute: number) => `2025-11-22T09:${minute}:00.000Z`;
  const downloads = [{ name: 'scan.pdf', firstAt: at(20), lastAt: at(21), count: 2 }];
  const happened = { notifiedAt: at(12), firstOpenedAt: at(15), lastOpenedAt: at(15), downloads, repliedAt: at(30) };
  const failedSignIns = { count: 2, lastAt: at(14) };
  await renderOpen(aTrackedMessage(aTrackedRecipient({ ...happened, failedSignIns })));
  const lines = linesOf('pat@client.example');
  expect(lines[0]).toMatch(/^Notified .*2025.*12/);
  expect(lines.map((line) => line?.replace(/,? \w+ \d+, 2.*/, ''))).toEqual([
    ...['Notified', '2 failed sign-ins, last', 'Opened', 'Downloaded scan.pdf 2 times, last', 'Replied', 'Readable until'],
  ]);
});

test('a mail that did not arrive is told with the reason, a colleague’s mail offers nothing that cannot work', async () => {
  const lost = aTrackedRecipient({ bouncedAt: '2026-11-22T09:13:00.000Z', bounceReason: 'mailbox-full' });
  const lee = aTrackedRecipient({ address: 'lee@harbour.example', route: 'mail', delayedAt: '2026-11-22T09:14:00.000Z' });
  await renderOpen(aTrackedMessage(lost, lee));
  expect(linesOf('lee@harbour.example').join()).toMatch(/Delayed .*: another mail server keeps trying/);
  expect(linesOf('pat@client.example').join()).toMatch(/Not delivered .*: the mailbox is full/);
  expect(screen.getByText(/It cannot be followed or taken back/)).toBeVisible();
  expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual([
    'Actions for pat@client.example',
  ]);
});

test('a recall asks once, says what it cannot undo, and shows how things stand then', async () => {
  const opened = aTrackedRecipient({ firstOpenedAt: '2026-11-22T09:40:00.000Z', lastOpenedAt: '2026-11-22T09:40:00.000Z' });
  const recalled = aTrackedMessage({ ...opened, recalledAt: '2026-11-22T10:00:00.000Z' });
  const { user, inputsOf } = await renderOpen(aTrackedMessage(opened), { [recallMessage.path]: () => recalled });
  await user.click(button('Recall'));
  const dialog = await inDialog();
  expect(dialog.getByText(/It has been opened: what was read, saved or printed stays with the reader/)).toBeVisible();
  expect(dialog.getByText(/This cannot be undone/)).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(inputsOf(recallMessage.path)).toEqual([]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(() => expect(button('Recall')).toHaveFocus());
  await user.click(button('Recall'));
  await user.click((await inDialog()).getByRole('button', { name: 'Recall' }));
  expect(await screen.findByText('Recalled. It can no longer be opened.')).toBeVisible();
  expect(inputsOf(recallMessage.path)).toEqual([{ messageId: recalled.messageId, deliveryIds: [opened.deliveryId] }]);
  expect(linesOf('pat@client.example').at(-1)).toMatch(/^Recalled/);
  expect(screen.queryByRole('group')).toBeNull();
});

test('a recall for everybody names the colleagues who keep their mail', async () => {
  const kim = aTrackedRecipient({ address: 'kim@client.example' });
  const lee = aTrackedRecipient({ address: 'lee@harbour.example', route: 'mail' });
  const { user } = await renderOpen(aTrackedMessage(aTrackedRecipient(), kim, lee));
  await user.click(within(screen.getByRole('group', { name: 'For everybody' })).getByRole('button', { name: 'Recall' }));
  expect((await inDialog()).getByText('Colleagues who got it as a mail keep that mail.')).toBeVisible();
});

test('more time is chosen within what the organisation allows', async () => {
  const { user, inputsOf } = await renderOpen(aTrackedMessage(), { [extendMessage.path]: () => aTrackedMessage() });
  await user.click(button('Extend'));
  const dialog = await inDialog();
  await user.selectOptions(await dialog.findByLabelText(/Readable for/), '90 days');
  await user.click(dialog.getByRole('button', { name: 'Extend' }));
  expect(await screen.findByText('Extended.')).toBeVisible();
  expect(inputsOf(extendMessage.path)).toMatchObject([{ expiresInDays: 90 }]);
});

test('a corrected address is checked here, and a refusal says what to do', async () => {
  const { user, inputsOf } = await renderOpen(aTrackedMessage(), {
    [correctAddress.path]: ({ address }: { address: string }) =>
      refuse(address.endsWith('.de') ? 'attachments_too_large' : 'address_has_message', { limit: 1000 })(),
  });
  await user.click(button('More'));
  await user.click(await screen.findByRole('menuitem', { name: 'Correct the address' }));
  const dialog = await inDialog();
  const confirm = dialog.getByRole('button', { name: 'Correct the address' });
  await user.type(dialog.getByLabelText('New e-mail address'), 'pat at client');
  await user.click(confirm);
  expect(dialog.getByText('This is not an e-mail address.')).toBeVisible();
  await user.clear(dialog.getByLabelText('New e-mail address'));
  await user.type(dialog.getByLabelText('New e-mail address'), 'kim@client.example');
  await user.click(confirm);
  expect(await dialog.findByRole('alert')).toHaveTextContent('This address has the message already.');
  expect(inputsOf(correctAddress.path)).toMatchObject([{ address: 'kim@client.example' }]);
  await user.type(dialog.getByLabelText('New e-mail address'), '.de');
  await user.click(confirm);
  expect(await dialog.findByText('It is too large for a mail inside your organisation.')).toBeVisible();
  expect(dialog.getByRole('alert')).toHaveTextContent(/Nothing has been taken back/);
});

test('what is refused because it was recalled elsewhere is said in the sender’s words', async () => {
  const { user } = await renderOpen(aTrackedMessage(), { [recallMessage.path]: refuse('message_recalled') });
  await user.click(button('Recall'));
  const dialog = await inDialog();
  await user.click(dialog.getByRole('button', { name: 'Recall' }));
  expect(await dialog.findByRole('alert')).toHaveTextContent('It was recalled already.');
});
