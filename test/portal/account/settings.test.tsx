import { expect, jest, test } from '@jest/globals';
import { spokenLanguage } from '../../../screen/catalogue.ts';
import { chooseLanguage } from '../../../screen/choose-language.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { defaultSettings } from '../../../contract/settings.ts';
import { Refusal, session, showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const signedIn = { 'GET /api/account/session': () => session };
const aDay = '2026-11-22T09:12:00.000Z';

test('a signature outlives a session that runs out before it is saved, and is said to be saved', async () => {
  const signature = 'Pat Doe';
  const answers = { ...signedIn, 'POST /api/account/settings': () => ({ ...defaultSettings, signature }) };
  const first = showPortal('/portal/settings/signature', answers);
  await first.user.type(await screen.findByLabelText('Signature'), signature);
  first.unmount();
  const { user, asked } = showPortal('/portal/settings/signature', answers);
  expect(await screen.findByLabelText('Signature')).toHaveValue(signature);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved.')).toBeVisible();
  expect(asked.at(-1)?.body).toEqual({ signature });
  expect(Object.keys(sessionStorage)).toEqual([]);
});

test('the list of sessions marks this one, and another can be ended', async () => {
  const line = { browser: 'Firefox', system: 'Windows', createdAt: aDay, lastUsedAt: aDay };
  let sessions = [
    { ...line, sessionId: 'session-0123456789__ab', isThis: true },
    { ...line, sessionId: 'session-0123456789__cd', isThis: false, browser: 'Safari', system: 'iPhone' },
  ];
  const { user } = showPortal('/portal/settings/sessions', {
    ...signedIn,
    'GET /api/account/sessions': () => ({ sessions }),
    'DELETE /api/account/sessions/*': () => {
      sessions = sessions.slice(0, 1);
      return {};
    },
  });
  const list = await screen.findByRole('list', { name: 'Your sessions' });
  expect(within(list).getByText('This device')).toBeVisible();
  await user.click(within(list).getByRole('button', { name: /^End Safari on iPhone/ }));
  await waitFor(() => expect(screen.queryByText('Safari on iPhone')).toBeNull());
});

test('who is signed in for a while repeats the password before the second step is set up', async () => {
  let isConfirmed = false;
  const { user, asked } = showPortal('/portal/settings/second-step', {
    ...signedIn,
    'GET /api/account/second-step': () => ({ isRequired: false, isOn: false, appAddedAt: null, recoveryCodesLeft: 0 }),
    'POST /api/account/authenticator-app/offers': () => {
      if (!isConfirmed) throw new Refusal('confirmation_required');
      return { key: 'ABCDEFGHIJKL', picture: 'data:image/svg+xml;base64,PHN2Zy8+' };
    },
    'POST /api/account/confirmations': ({ body }) => {
      if ((body as { currentPassword: string }).currentPassword !== 'secret') throw new Refusal('credentials_wrong');
      isConfirmed = true;
      return { validMinutes: 10 };
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Set up an authenticator app' }));
  await user.type(await screen.findByLabelText('Current password'), 'wrong{Enter}');
  expect(await screen.findByText(/This is not your current password/)).toBeVisible();
  await user.type(screen.getByLabelText('Current password'), 'secret{Enter}');
  expect(await screen.findByAltText('QR code for your authenticator app')).toBeVisible();
  expect(asked.findLast(({ path }) => path.endsWith('/confirmations'))?.body).toEqual({ currentPassword: 'secret' });
});

test('who follows the browser reads in its language, whatever somebody else chose here before', async () => {
  localStorage.setItem('language', 'de');
  await chooseLanguage('de');
  showPortal('/portal/settings/language', signedIn);
  await waitFor(() => expect(spokenLanguage()).toBe('en'));
  expect(localStorage.getItem('language')).toBe('');
});

test('language and formats are offered, and a section that is none is not found', async () => {
  const shown = showPortal('/portal/settings/language', signedIn);
  expect(await screen.findByLabelText('Time zone')).toBeVisible();
  expect(screen.getByLabelText('Language')).toHaveValue('');
  expect(screen.getByRole('link', { name: 'Language and formats' })).toHaveAttribute('aria-current', 'page');
  shown.unmount();
  showPortal('/portal/settings/nothing', signedIn);
  expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});
