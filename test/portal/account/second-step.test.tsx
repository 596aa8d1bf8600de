import { afterEach, expect, jest, test } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { chooseLanguage } from '../../../screen/choose-language.ts';
import { Refusal, session, showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);
afterEach(() => {
  jest.useRealTimers();
});

const emptyInbox = { 'GET /api/mailbox/inbox/deliveries': () => ({ entries: [], nextCursor: null, unreadCount: 0 }) };
const waiting = { ...session, state: 'second-step', secondStepKinds: ['app', 'recovery-code'] };
const complete = 'POST /api/account/second-step/completions';

test('after the password the second step is asked for, and then the mailbox opens', async () => {
  const { user, asked } = showPortal('/portal/inbox', {
    'GET /api/account/session': () => waiting,
    [complete]: () => session,
    ...emptyInbox,
  });
  await user.type(await screen.findByLabelText('Code'), '123 456{Enter}');
  expect(await screen.findByRole('heading', { name: 'Inbox' })).toBeVisible();
  expect(asked.find(({ path }) => path.endsWith('/completions'))?.body).toEqual({ proof: { kind: 'app', code: '123 456' } });
});

test('the language somebody chose here stands until the session is open and tells their own', async () => {
  await act(() => chooseLanguage('de'));
  showPortal('/portal/second-step', { 'GET /api/account/session': () => waiting });
  expect(await screen.findByRole('heading', { name: 'Noch ein Schritt' })).toBeVisible();
  expect(localStorage.getItem('language')).toBe('de');
  await act(() => chooseLanguage(null));
});

test('a wrong code is said, a recovery code can be given instead, and who lost both learns whom to ask', async () => {
  const answers = {
    'GET /api/account/session': () => waiting,
    [complete]: () => {
      throw new Refusal('code_wrong');
    },
  };
  const { user, asked } = showPortal('/portal/second-step', answers);
  await user.type(await screen.findByLabelText('Code'), '000000{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('This code is not right.');
  expect(screen.getByText(/\+44 1224 000000/, { selector: 'div' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Use a recovery code' }));
  await user.type(screen.getByLabelText('Recovery code'), 'k7q4m-2xdpa{Enter}');
  await screen.findByRole('alert');
  expect(asked.at(-1)?.body).toEqual({ proof: { kind: 'recovery-code', code: 'k7q4m-2xdpa' } });
});

test('too many wrong codes are followed by a wait that is counted down on the button', async () => {
  const { user, asked } = showPortal('/portal/second-step', {
    'GET /api/account/session': () => waiting,
    [complete]: () => {
      throw new Refusal('throttled', { retryAfterSeconds: 90 });
    },
  });
  await user.type(await screen.findByLabelText('Code'), '000000{Enter}');
  expect(await screen.findByRole('button', { name: /Try again in/ })).toHaveAttribute('aria-disabled', 'true');
  await user.type(screen.getByLabelText('Code'), '{Enter}');
  expect(asked.filter(({ path }) => path.endsWith('/completions'))).toHaveLength(1);
});

test('where a second step is required, nothing is shown before one is set up and its recovery codes were kept', async () => {
  const recoveryCodes = ['aaaaa-bbbbb', 'ccccc-ddddd'];
  const { user } = showPortal('/portal/inbox', {
    'GET /api/account/session': () => ({ ...session, state: 'second-step-setup' }),
    'POST /api/account/authenticator-app/offers': () => ({ key: 'ABCDEFGHIJKL', picture: 'data:image/svg+xml;base64,PHN2Zy8+' }),
    'POST /api/account/authenticator-app': () => ({ recoveryCodes, session }),
    ...emptyInbox,
  });
  await user.click(await screen.findByRole('button', { name: 'Set up an authenticator app' }));
  expect(await screen.findByText('ABCD EFGH IJKL')).toBeVisible();
  await user.type(screen.getByLabelText('Code from the app'), '123456{Enter}');
  expect(await screen.findByText('aaaaa-bbbbb')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'I have kept my codes' }));
  expect(await screen.findByRole('heading', { name: 'Inbox' })).toBeVisible();
});

const realTimeout = setTimeout;

/** Waits in true time for what the page loads when it is needed, which pretended time does not bring about. */
async function untilShown(find: () => HTMLElement | null, meanwhile = () => Promise.resolve()): Promise<HTMLElement> {
  for (let tries = 0; find() === null && tries < 200; tries += 1) {
    await act(() => new Promise((resolve) => realTimeout(resolve, 100)));
    if (find() === null) await meanwhile();
  }
  return find() as HTMLElement;
}

test('shortly before a session ends its owner is warned and can stay; where it has ended, signing in leads back', async () => {
  jest.useFakeTimers();
  let rest = { secondsLeft: 90, mayStay: true };
  const isGone = () => rest.secondsLeft === 0;
  const { asked } = showPortal('/portal/settings/signature', {
    'GET /api/account/session': () => session,
    'GET /api/account/session/rest': () => {
      if (isGone()) throw new Refusal('not_signed_in');
      return rest;
    },
  });
  const signature = await untilShown(() => screen.queryByLabelText('Signature'));
  signature.focus();
  const pass = async (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));
  const untilAsked = () => (asked.some(({ path }) => path.endsWith('/rest')) ? Promise.resolve() : pass(60_000));
  expect(await untilShown(() => screen.queryByRole('alertdialog', { name: 'Are you still there?' }), untilAsked)).toBeVisible();
  rest = { secondsLeft: 1800, mayStay: true };
  const before = asked.filter(({ path }) => path === '/api/account/session').length;
  screen.getByRole('button', { name: 'Stay signed in' }).click();
  await pass(10_000);
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(signature).toHaveFocus();
  expect(asked.filter(({ path }) => path === '/api/account/session')).toHaveLength(before + 1);
  rest = { secondsLeft: 0, mayStay: true };
  await pass(11 * 60_000);
  expect(await untilShown(() => screen.queryByText(/You are no longer signed in/))).toBeVisible();
  expect(location.pathname).toBe('/portal/sign-in');
});
