import { afterEach, expect, jest, test } from '@jest/globals';
import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { PaneScreen } from '../../addin/PaneScreen.tsx';
import { startOutlook } from '../../addin/outlook/start-outlook.ts';
import { CallError } from '../../contract/call.ts';
import { sendMessage } from '../../contract/send.ts';
import { listSent } from '../../contract/track.ts';
import { anAcceptance, fakeApi } from '../support/fake-api.ts';
import { people, placeFakeOffice } from '../support/place-fake-office.ts';
import { aSentEntry } from '../support/tracked-message.ts';

configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
afterEach(() => {
  jest.useRealTimers();
  history.replaceState(null, '', '/');
});

test('whoever opens the pane outside Outlook is told to open it in Outlook', async () => {
  Object.assign(globalThis, { Office: undefined });
  expect(await startOutlook()).toBe('outside');
  render(<PaneScreen colour="#0f6cbd" start="outside" api={fakeApi().api} />);
  expect(screen.getByRole('heading', { name: 'Open this in Outlook' })).toBeVisible();
});

test('a browser in which Office.js finds no Outlook counts as outside', async () => {
  placeFakeOffice();
  Object.assign(Office, { onReady: async () => ({ host: null, platform: null }) });
  expect(await startOutlook()).toBe('outside');
});

/** As Outlook shows a page: in a frame, with what Office tells its own script in the address. */
function showInOutlook(): void {
  history.replaceState(null, '', '?_host_Info=Outlook$Web$16.00$en-US');
}

test.each([
  ['did not arrive', undefined],
  ['is silent', { onReady: () => new Promise(() => undefined) }],
  ['refuses to begin', { onReady: () => Promise.reject(new Error('no host')) }],
  ['fails at beginning', { onReady: () => JSON.parse('{') as never }],
])('in an Outlook where Microsoft’s script %s the pane says so, and can be tried again', async (_how, Office) => {
  jest.useFakeTimers();
  showInOutlook();
  Object.assign(globalThis, { Office });
  const starting = startOutlook();
  await jest.advanceTimersByTimeAsync(15_000);
  expect(await starting).toBe('cut_off');
  jest.useRealTimers();
  const asked: unknown[] = [];
  globalThis.fetch = async (address, request) => {
    asked.push([address, request?.method]);
    throw new TypeError('Failed to fetch');
  };
  render(<PaneScreen colour="#0f6cbd" start="cut_off" api={fakeApi().api} />);
  expect(await screen.findByRole('alert')).toHaveTextContent('This page cannot reach Outlook.');
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('There is no connection to the server.'));
  expect(asked).toEqual([[location.href, 'HEAD']]);
});

test('a message that was closed before the pane was drawn is told of, and the pane stays', async () => {
  placeFakeOffice();
  Object.assign(Office.context.mailbox, { item: null });
  render(<PaneScreen colour="#0f6cbd" start="in_outlook" api={fakeApi().api} />);
  expect(await screen.findByRole('alert')).toHaveTextContent('The message is not open any more.');
  expect(screen.getAllByRole('tab')).toHaveLength(2);
});

test('in Outlook the draft is shown, in its light or dark', async () => {
  placeFakeOffice({ draft: { to: people('pat@client.example'), subject: 'Scan' } });
  Object.assign(Office.context.officeTheme, { bodyBackgroundColor: '#292929' });
  expect(await startOutlook()).toBe('in_outlook');
  render(<PaneScreen colour="#0f6cbd" start="in_outlook" api={fakeApi().api} />);
  const heading = await screen.findByRole('heading', { name: 'Scan' });
  expect(heading.closest<HTMLElement>('.fui-FluentProvider')).toHaveStyle({ colorScheme: 'dark' });
});

test('the tabs are reached by arrows, and what was chosen for sending is still there after looking at Sent', async () => {
  placeFakeOffice({ draft: { to: people('pat@client.example'), subject: 'Scan' } });
  const { api } = fakeApi({ [listSent.path]: () => ({ entries: [aSentEntry()], nextCursor: null }) });
  render(<PaneScreen colour="#0f6cbd" start="in_outlook" api={api} />);
  const user = userEvent.setup();
  await user.selectOptions(await screen.findByLabelText('Readable for'), '7 days');
  const [send, sent] = screen.getAllByRole('tab');
  expect([send?.textContent, sent?.textContent]).toEqual(['Send', 'Sent']);
  expect(sent).toHaveAttribute('tabindex', '-1');
  send?.focus();
  await user.keyboard('{ArrowRight}');
  expect(sent).toHaveFocus();
  expect(sent).toHaveAttribute('aria-selected', 'true');
  expect(await screen.findByRole('button', { name: /Your scan results/ })).toBeVisible();
  expect(screen.getByRole('tabpanel')).toHaveAttribute('aria-labelledby', sent?.id);
  expect(screen.queryByRole('button', { name: 'Send Secure' })).toBeNull();
  await user.keyboard('{ArrowRight}');
  expect(await screen.findByLabelText('Readable for')).toHaveValue('7');
});

test('a send that fails behind the other tab brings its own tab back', async () => {
  placeFakeOffice({ draft: { to: people('pat@client.example'), subject: 'Scan' } });
  let fail = () => undefined as void;
  const { api } = fakeApi({
    [listSent.path]: () => ({ entries: [], nextCursor: null }),
    [sendMessage.path]: () =>
      new Promise((_resolve, reject) => {
        fail = () => reject(new CallError('sender_not_yours'));
      }),
  });
  render(<PaneScreen colour="#0f6cbd" start="in_outlook" api={api} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Send Secure' }));
  await screen.findByText('Handing the message over…');
  await user.click(screen.getByRole('tab', { name: 'Sent' }));
  fail();
  expect(await screen.findByRole('alert')).toHaveTextContent('not one of your own addresses');
  expect(screen.getByRole('tab', { name: 'Send' })).toHaveAttribute('aria-selected', 'true');
});

test('the window closes by itself only for somebody who sees that the message was accepted', async () => {
  const outlook = placeFakeOffice({ draft: { to: people('pat@client.example'), subject: 'Scan' } });
  let accept = () => undefined as void;
  const { api } = fakeApi({
    [listSent.path]: () => ({ entries: [], nextCursor: null }),
    [sendMessage.path]: () =>
      new Promise((resolve) => {
        accept = () => resolve(anAcceptance);
      }),
  });
  render(<PaneScreen colour="#0f6cbd" start="in_outlook" api={api} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Send Secure' }));
  await screen.findByText('Handing the message over…');
  await user.click(screen.getByRole('tab', { name: 'Sent' }));
  jest.useFakeTimers({ advanceTimers: true });
  accept();
  expect(await screen.findByRole('heading', { name: 'Accepted for 1 recipient' })).toBeVisible();
  await act(() => jest.advanceTimersByTimeAsync(5000));
  expect(screen.queryByText('This window closes by itself.')).toBeNull();
  expect(outlook.draft().state).toBe('open');
  jest.useRealTimers();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(outlook.draft().state).toBe('discarded'));
});

test('whoever turns to the other tab before the window closes finds it open, until they come back', async () => {
  const outlook = placeFakeOffice({ draft: { to: people('pat@client.example'), subject: 'Scan' } });
  let accept = () => {};
  const { api } = fakeApi({
    [listSent.path]: () => ({ entries: [], nextCursor: null }),
    [sendMessage.path]: () =>
      new Promise((resolve) => {
        accept = () => resolve(anAcceptance);
      }),
  });
  render(<PaneScreen colour="#0f6cbd" start="in_outlook" api={api} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Send Secure' }));
  await screen.findByText('Handing the message over…');
  // No time passes until the other tab is there, however busy the machine is.
  const inRealTime = setTimeout;
  jest.useFakeTimers();
  accept();
  while (!screen.queryByText('This window closes by itself.'))
    await act(() => new Promise<void>((resolve) => inRealTime(resolve, 5)));
  fireEvent.click(screen.getByRole('tab', { name: 'Sent' }));
  await act(() => jest.advanceTimersByTimeAsync(5000));
  expect(outlook.draft().state).toBe('open');
  fireEvent.click(screen.getByRole('tab', { name: 'Send' }));
  await act(() => jest.advanceTimersByTimeAsync(5000));
  jest.useRealTimers();
  expect(outlook.draft().state).toBe('discarded');
});
