import { expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { Refusal, showPortal } from '../../support/portal-screen.tsx';

jest.setTimeout(60_000);

const CHECK = 'POST /api/verify/checks';
const genuine = { sender: 'Alex Morgan', sentAt: '2026-11-22T09:12:00.000Z' };

test.each(['/verify', '/portal/verify'])('at %s a code is confirmed with sender and day', async (path) => {
  const { user, asked } = showPortal(path, { [CHECK]: () => ({ genuine }) });
  await user.type(await screen.findByLabelText('Verification code'), 'k7q4 m2xd{Enter}');
  expect(await screen.findByText(/^Genuine: Alex Morgan sent it on .*2026\.$/)).toBeVisible();
  expect(asked.at(-1)?.body).toEqual({ code: 'k7q4 m2xd' });
});

test('an unknown code is said with what to do, until another is typed', async () => {
  const { user } = showPortal('/verify', { [CHECK]: () => ({ genuine: null }) });
  await user.type(await screen.findByLabelText('Verification code'), '0000-0000');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  expect(await screen.findByText('We do not know this code')).toBeVisible();
  expect(screen.getByText(/Ask the sender by telephone/)).toBeVisible();
  await user.type(screen.getByLabelText('Verification code'), '1');
  expect(screen.queryByText('We do not know this code')).toBeNull();
});

test('nothing is asked without a code, and a wait is said in words', async () => {
  const refuse = () => {
    throw new Refusal('throttled', { retryAfterSeconds: 60 });
  };
  const { user, asked } = showPortal('/verify', { [CHECK]: refuse });
  await user.click(await screen.findByRole('button', { name: 'Check' }));
  expect(screen.getByText('Please type the code from the mail.')).toBeVisible();
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([]);
  await user.type(screen.getByLabelText('Verification code'), 'K7Q4-M2XD{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent('Please wait 60 seconds, then try again.');
});
