import { expect, jest, test } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { type Answers, Refusal, deliveryId, session, showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const password = 'Lantern-Harvest-42';
const beforeReset = { ...session, state: 'reset-password' };
const emptyInbox = { 'GET /api/mailbox/inbox/deliveries': () => ({ entries: [], nextCursor: null, unreadCount: 0 }) };
const link = { shortAddress: 'p••@client.example', isEnrolled: false, enrolsBy: 'temporary-password', isSignedIn: false };
const refuse =
  (...refusal: ConstructorParameters<typeof Refusal>) =>
  () => {
    throw new Refusal(...refusal);
  };

async function logIn(user: ReturnType<typeof showPortal>['user']) {
  await user.type(await screen.findByLabelText('E-mail address'), 'pat@client.example{Enter}');
  await user.type(await screen.findByLabelText('Password'), 'k7qm-x4rd-p9tw-h3vz{Enter}');
}

test('a temporary password leads to Reset password, and from there to the mailbox', async () => {
  let state = 'reset-password';
  const { user, asked } = showPortal('/portal', {
    'POST /api/account/sessions': () => beforeReset,
    'POST /api/account/password-changes': () => {
      state = 'open';
      return {};
    },
    ...emptyInbox,
  });
  await logIn(user);
  globalThis.fetch = withSession(globalThis.fetch, () => ({ ...session, state }));
  expect(await screen.findByRole('heading', { name: 'Reset password' })).toBeVisible();
  await user.type(screen.getByLabelText('Current password'), 'k7qm-x4rd-p9tw-h3vz');
  await user.type(screen.getByLabelText('New password'), password);
  await user.type(screen.getByLabelText('Confirm password'), password);
  const confirm = screen.getByRole('button', { name: 'Confirm' });
  await waitFor(() => expect(confirm).toBeEnabled());
  await user.click(confirm);
  expect(await screen.findByRole('heading', { name: 'Inbox' })).toBeVisible();
  expect(asked.find(({ path }) => path.endsWith('password-changes'))?.body).toEqual({
    currentPassword: 'k7qm-x4rd-p9tw-h3vz',
    newPassword: password,
  });
});

test('every page leads to Reset password until it is done, and a wrong current password is said at its field', async () => {
  const { user } = showPortal(`/m/${deliveryId}`, {
    'GET /api/account/session': () => beforeReset,
    'POST /api/account/password-changes': refuse('credentials_wrong', { fields: ['currentPassword'] }),
  });
  expect(await screen.findByRole('heading', { name: 'Reset password' })).toBeVisible();
  await user.type(screen.getByLabelText('Current password'), 'wrong');
  await user.type(screen.getByLabelText('New password'), password);
  await user.type(screen.getByLabelText('Confirm password'), password);
  const confirm = screen.getByRole('button', { name: 'Confirm' });
  await waitFor(() => expect(confirm).toBeEnabled());
  await user.click(confirm);
  expect(await screen.findByText(/This is not your current password/)).toBeVisible();
  expect(screen.getByLabelText('Current password')).toBeInvalid();
});

test('an expired temporary password is said, and one click sends a new one, also after the page was loaded again', async () => {
  const answers: Answers = {
    'POST /api/account/sessions': refuse('temporary_password_expired'),
    'POST /api/account/password-mails': () => ({ validMinutes: null }),
  };
  const { user, unmount } = showPortal('/portal', answers);
  await logIn(user);
  expect(await screen.findByRole('heading', { name: 'This temporary password has expired' })).toBeVisible();
  const { pathname } = location;
  const kept: unknown = history.state;
  unmount();
  const again = showPortal(pathname, answers);
  act(() => {
    history.replaceState(kept, '', pathname);
  });
  await again.user.click(await screen.findByRole('button', { name: 'Send a new one' }));
  expect(await screen.findByText('A new temporary password is on its way to pat@client.example.')).toBeVisible();
  await again.user.click(screen.getByRole('link', { name: 'Back to sign in' }));
  expect(screen.getByLabelText('E-mail address')).toHaveValue('pat@client.example');
});

test('a link to a recipient with a temporary password asks to sign in; its second link sends a new one', async () => {
  const answers: Answers = {
    [`GET /api/account/links/${deliveryId}`]: () => link,
    [`POST /api/account/links/${deliveryId}/password-mails`]: () => ({ validMinutes: null }),
  };
  const { unmount } = showPortal(`/m/${deliveryId}`, answers);
  expect(await screen.findByText(/sign in with the temporary password that we mailed/)).toBeVisible();
  unmount();
  const { user } = showPortal(`/m/${deliveryId}/password`, answers);
  await user.click(await screen.findByRole('button', { name: 'Send a new one' }));
  expect(await screen.findByText('A new temporary password is on its way to p••@client.example.')).toBeVisible();
});

function withSession(fetch: typeof globalThis.fetch, answer: () => object): typeof globalThis.fetch {
  return async (address, request) =>
    String(address) === '/api/account/session' && request?.method === 'GET' ? Response.json(answer()) : fetch(address, request);
}
