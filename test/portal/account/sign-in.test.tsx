import { expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { CHANNEL } from '../../../portal/session/other-windows.ts';
import { Refusal, deliveryId, entry, openedMessage, session, showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const emptyInbox = { 'GET /api/mailbox/inbox/deliveries': () => ({ entries: [], nextCursor: null, unreadCount: 0 }) };

test('signing in takes two steps and ends in the mailbox', async () => {
  const { user, asked } = showPortal('/portal', { 'POST /api/account/sessions': () => session, ...emptyInbox });
  await user.type(await screen.findByLabelText('E-mail address'), 'Pat@Client.example');
  expect(screen.queryByLabelText('Password')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.type(await screen.findByLabelText('Password'), 'secret');
  await user.click(screen.getByRole('button', { name: 'Log in' }));
  expect(await screen.findByRole('heading', { name: 'Inbox' })).toBeVisible();
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ address: 'Pat@Client.example', password: 'secret' });
});

test('what is no e-mail address is said before anything is sent', async () => {
  const { user, asked } = showPortal('/portal/sign-in', {});
  await user.type(await screen.findByLabelText('E-mail address'), 'pat at home');
  await user.click(screen.getByRole('button', { name: 'Next' }));
  expect(screen.getByText('Please type an e-mail address such as name@example.com.')).toBeVisible();
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(0);
});

test('a wrong password is said with what to do, and the field is empty again', async () => {
  const refuse = () => {
    throw new Refusal('credentials_wrong');
  };
  const { user } = showPortal('/portal/sign-in', { 'POST /api/account/sessions': refuse });
  await user.type(await screen.findByLabelText('E-mail address'), 'pat@client.example{Enter}');
  await user.type(await screen.findByLabelText('Password'), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Please check both, or ask for a new password.');
  expect(screen.getByLabelText('Password')).toHaveValue('');
  expect(screen.getByLabelText('Password')).toHaveFocus();
});

test('a wait after too many tries is counted down on the button, and the typed password stays', async () => {
  const refuse = () => {
    throw new Refusal('throttled', { retryAfterSeconds: 2 });
  };
  const { user, asked } = showPortal('/portal/sign-in', { 'POST /api/account/sessions': refuse });
  await user.type(await screen.findByLabelText('E-mail address'), 'pat@client.example{Enter}');
  await user.type(await screen.findByLabelText('Password'), 'secret{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(/Please wait 2.seconds, then try again\./);
  await user.click(screen.getByRole('button', { name: /Try again in \d.second/ }));
  await user.type(screen.getByLabelText('Password'), '{Enter}');
  expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(await screen.findByText('You can try again now.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Log in' })).toBeEnabled();
  expect(screen.getByLabelText('Password')).toHaveValue('secret');
});

test('the address is remembered for next time only where that was ticked, and forgotten when it is not any more', async () => {
  localStorage.clear();
  const answers = { 'POST /api/account/sessions': () => session, ...emptyInbox };
  const signIn = async (isTicked: boolean) => {
    const { user, unmount } = showPortal('/portal/sign-in', answers);
    const field = await screen.findByLabelText('E-mail address');
    const box = screen.getByRole('checkbox', { name: 'Remember my e-mail address' });
    const found = { address: (field as HTMLInputElement).value, isTicked: (box as HTMLInputElement).checked };
    if (found.isTicked !== isTicked) await user.click(box);
    await user.clear(field);
    await user.type(field, 'Pat@Client.example{Enter}');
    await user.type(await screen.findByLabelText('Password'), 'secret{Enter}');
    await screen.findByRole('heading', { name: 'Inbox' });
    unmount();
    return found;
  };
  expect(await signIn(false)).toEqual({ address: '', isTicked: false });
  expect(await signIn(true)).toEqual({ address: '', isTicked: false });
  expect(await signIn(false)).toEqual({ address: 'pat@client.example', isTicked: true });
  expect(await signIn(false)).toEqual({ address: '', isTicked: false });
});

test('who signs in as somebody else after a session ended is told whose message it was', async () => {
  const link = { shortAddress: 'p••@client.example', isEnrolled: true, enrolsBy: 'link', isSignedIn: false };
  const { user } = showPortal(`/portal/inbox/${deliveryId}/reply`, {
    'POST /api/account/sessions': () => ({ ...session, address: 'sam@other.example' }),
    [`GET /api/account/links/${deliveryId}`]: () => link,
  });
  await user.type(await screen.findByLabelText('E-mail address'), 'sam@other.example{Enter}');
  await user.type(await screen.findByLabelText('Password'), 'secret{Enter}');
  expect(await screen.findByText(/This is for p••@client\.example\./)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Switch to p••@client.example' })).toBeVisible();
});

test('a password can be looked at while it is typed', async () => {
  const { user } = showPortal('/portal/sign-in', {});
  await user.type(await screen.findByLabelText('E-mail address'), 'pat@client.example{Enter}');
  expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'password');
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByLabelText('Password')).toHaveAttribute('type', 'text');
});

test('asking for a new password keeps the typed address and says the same for every address', async () => {
  const { user, asked } = showPortal('/portal/sign-in', { 'POST /api/account/password-mails': () => ({ validMinutes: 60 }) });
  await user.type(await screen.findByLabelText('E-mail address'), 'pat@client.example');
  await user.click(screen.getByRole('link', { name: 'Forgot your password?' }));
  expect(await screen.findByRole('button', { name: 'Send a new one' })).toBeVisible();
  expect(screen.getByLabelText('E-mail address')).toHaveValue('pat@client.example');
  await user.click(screen.getByRole('button', { name: 'Send a new one' }));
  expect(await screen.findByText('If this address has an account, a mail is on its way.')).toBeVisible();
  expect(asked.at(-1)?.body).toEqual({ address: 'pat@client.example' });
});

test('a session that has ended leads to signing in and back to the message', async () => {
  let isSignedIn = false;
  const open = () => {
    if (!isSignedIn) throw new Refusal('not_signed_in');
    return openedMessage;
  };
  const { user } = showPortal(`/portal/inbox/${deliveryId}`, {
    'GET /api/account/session': () => session,
    'POST /api/account/sessions': () => {
      isSignedIn = true;
      return session;
    },
    [`POST /api/mailbox/deliveries/${deliveryId}/open`]: open,
    [`GET /api/mailbox/deliveries/${deliveryId}`]: () => entry,
    ...emptyInbox,
  });
  expect(await screen.findByText(/You are no longer signed in/)).toBeVisible();
  await user.type(screen.getByLabelText('E-mail address'), 'pat@client.example{Enter}');
  await user.type(await screen.findByLabelText('Password'), 'secret{Enter}');
  expect(await screen.findByRole('heading', { name: 'Your scan results' })).toBeVisible();
  expect(location.pathname).toBe(`/portal/inbox/${deliveryId}`);
});

test('signing in and logging out in one window is seen in the others', async () => {
  let isSignedIn = false;
  const hasSignedIn = () => {
    if (!isSignedIn) throw new Refusal('not_signed_in');
    return session;
  };
  showPortal('/portal/inbox', { 'GET /api/account/session': hasSignedIn, ...emptyInbox });
  const otherWindow = new BroadcastChannel(CHANNEL);
  await screen.findByLabelText('E-mail address');
  isSignedIn = true;
  otherWindow.postMessage('begun');
  expect(await screen.findByRole('heading', { name: 'Inbox' })).toBeVisible();
  isSignedIn = false;
  otherWindow.postMessage('left');
  expect(await screen.findByLabelText('E-mail address')).toBeVisible();
  expect(screen.queryByRole('heading', { name: 'Inbox' })).toBeNull();
  otherWindow.close();
});

test('without a connection the page says so and can be tried again', async () => {
  const broken = () => {
    throw new Refusal('database_unavailable');
  };
  showPortal('/portal/inbox', { 'GET /api/account/session': broken });
  expect(await screen.findByRole('alert')).toHaveTextContent('Nothing is lost. Please try again in a minute.');
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
});

test('a link that was opened without a connection leads to its message once there is one', async () => {
  let isBroken = true;
  const once = (answer: object) => () => {
    if (isBroken) throw new Refusal('database_unavailable');
    return answer;
  };
  const link = { shortAddress: 'p••@client.example', isEnrolled: true, enrolsBy: 'link', isSignedIn: true };
  const { user } = showPortal(`/m/${deliveryId}`, {
    'GET /api/account/session': once(session),
    [`GET /api/account/links/${deliveryId}`]: once(link),
    [`POST /api/mailbox/deliveries/${deliveryId}/open`]: () => openedMessage,
    [`GET /api/mailbox/deliveries/${deliveryId}`]: () => entry,
    ...emptyInbox,
  });
  const again = await screen.findByRole('button', { name: 'Try again' });
  isBroken = false;
  await user.click(again);
  expect(await screen.findByRole('heading', { name: 'Your scan results' })).toBeVisible();
});

test('every page says how to reach the organisation and which version runs', async () => {
  showPortal('/portal/sign-in', {});
  expect(await screen.findByText('Powered by Sealpost 1.0')).toBeVisible();
  expect(screen.getByText('Questions? +44 1224 000000')).toBeVisible();
});
