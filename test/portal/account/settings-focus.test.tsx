import { expect, jest, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { type Answers, session, showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const signedIn = { 'GET /api/account/session': () => session };
const aDay = '2026-11-22T09:12:00.000Z';
const recoveryCodes = ['aaaaa-bbbbb', 'ccccc-ddddd'];

function withApp(): Answers {
  let appAddedAt: string | null = null;
  return {
    ...signedIn,
    'GET /api/account/second-step': () => ({
      isRequired: false,
      isOn: appAddedAt !== null,
      appAddedAt,
      recoveryCodesLeft: recoveryCodes.length,
    }),
    'POST /api/account/authenticator-app/offers': () => ({ key: 'ABCDEFGHIJKL', picture: 'data:image/svg+xml;base64,PHN2Zy8+' }),
    'POST /api/account/authenticator-app': () => {
      appAddedAt = aDay;
      return { recoveryCodes, session };
    },
  };
}

function withPasskeys(): Answers {
  const passkeys = [
    { passkeyId: 'passkey-0123456789__ab', name: 'Desk', createdAt: aDay, lastUsedAt: null },
    { passkeyId: 'passkey-0123456789__cd', name: 'Phone', createdAt: aDay, lastUsedAt: null },
  ];
  return {
    ...signedIn,
    'GET /api/account/passkeys': () => ({ passkeys: [...passkeys] }),
    'POST /api/account/passkeys/passkey-0123456789__ab/name': ({ body }) => {
      passkeys[0] = { ...passkeys[0]!, name: (body as { name: string }).name };
      return {};
    },
    'DELETE /api/account/passkeys/passkey-0123456789__ab': () => {
      passkeys.shift();
      return { session };
    },
  };
}

test('recovery codes that take the place of a form take the focus, and the section has it once they are kept', async () => {
  const { user } = showPortal('/portal/settings/second-step', withApp());
  await user.click(await screen.findByRole('button', { name: 'Set up an authenticator app' }));
  await user.type(await screen.findByLabelText('Code from the app'), '123456{Enter}');
  expect(await screen.findByRole('heading', { name: 'Your recovery codes' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'I have kept my codes' }));
  expect(await screen.findByText('2 recovery codes are left.')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Second step' })).toHaveFocus();
});

test('recovery codes take the focus where a second step is required, too', async () => {
  const { user } = showPortal('/portal/inbox', {
    ...withApp(),
    'GET /api/account/session': () => ({ ...session, state: 'second-step-setup' }),
  });
  await user.click(await screen.findByRole('button', { name: 'Set up an authenticator app' }));
  await user.type(await screen.findByLabelText('Code from the app'), '123456{Enter}');
  expect(await screen.findByRole('heading', { name: 'Your recovery codes' })).toHaveFocus();
});

test('once the session one stood on is ended, the focus is on the heading of the section; the list stays meanwhile', async () => {
  const line = { browser: 'Firefox', system: 'Windows', createdAt: aDay, lastUsedAt: aDay };
  const sessions = [
    { ...line, sessionId: 'session-0123456789__ab', isThis: true },
    { ...line, sessionId: 'session-0123456789__cd', isThis: false, browser: 'Safari', system: 'iPhone' },
  ];
  const { user } = showPortal('/portal/settings/sessions', {
    ...signedIn,
    'GET /api/account/sessions': () => ({ sessions: [...sessions] }),
    'DELETE /api/account/sessions/*': () => {
      sessions.pop();
      return {};
    },
  });
  const list = await screen.findByRole('list', { name: 'Your sessions' });
  await user.click(screen.getByRole('button', { name: /^End Safari on iPhone/ }));
  await waitFor(() => expect(screen.queryByText('Safari on iPhone')).toBeNull());
  expect(screen.getByRole('list', { name: 'Your sessions' })).toBe(list);
  expect(screen.getByRole('heading', { name: 'Sessions' })).toHaveFocus();
});

test('after naming a passkey, or leaving its name, the focus is on Rename again', async () => {
  const { user } = showPortal('/portal/settings/passkeys', withPasskeys());
  await user.click(await screen.findByRole('button', { name: 'Rename Desk' }));
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.getByRole('button', { name: 'Rename Desk' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Rename Desk' }));
  await user.clear(screen.getByLabelText('Name of the passkey'));
  await user.type(screen.getByLabelText('Name of the passkey'), 'Office{Enter}');
  expect(await screen.findByRole('button', { name: 'Rename Office' })).toHaveFocus();
});

test('after a passkey is removed the focus is on the heading of the section, and on its button where it stays', async () => {
  const { user } = showPortal('/portal/settings/passkeys', withPasskeys());
  await user.click(await screen.findByRole('button', { name: 'Remove Desk' }));
  await user.click(await screen.findByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Remove Desk' })).toHaveFocus());
  await user.click(screen.getByRole('button', { name: 'Remove Desk' }));
  await user.click(await screen.findByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove Desk' })).toBeNull());
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Passkeys' })).toHaveFocus());
});
