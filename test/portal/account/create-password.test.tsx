import { expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { type Answers, Refusal, deliveryId, session, showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const password = 'Lantern-Harvest-42';
const link = (facts: object) => () => ({
  shortAddress: 'p••@client.example',
  isEnrolled: false,
  enrolsBy: 'link',
  isSignedIn: false,
  ...facts,
});
const address = `/m/${deliveryId}`;
const newcomer: Answers = {
  [`GET /api/account/links/${deliveryId}`]: link({}),
  'POST /api/account/codes': () => ({ validMinutes: 10 }),
  'POST /api/account/passwords': () => ({ address: 'pat@client.example' }),
};

async function askForCode(answers: Answers = newcomer) {
  const shown = showPortal(address, answers);
  await shown.user.click(await screen.findByRole('button', { name: 'Send me a code' }));
  await screen.findByLabelText('Code');
  return shown;
}

test('opening a link mails nothing and shows whom it is for', async () => {
  const { asked } = showPortal(address, newcomer);
  expect(await screen.findByRole('heading', { name: 'Create your password' })).toBeVisible();
  expect(screen.getByText(/p••@client\.example/)).toBeVisible();
  expect(asked.filter(({ method }) => method !== 'GET')).toHaveLength(0);
});

test('who has a code already, from before a reload or by a scanner of mails, enters it without another mail', async () => {
  const { user, asked } = showPortal(address, newcomer);
  await user.click(await screen.findByRole('button', { name: 'I have a code already' }));
  await user.type(screen.getByLabelText('Code'), '1234 5678');
  await user.type(screen.getByLabelText('New password'), password);
  await user.type(screen.getByLabelText('Confirm password'), password);
  await user.click(await screen.findByRole('button', { name: 'Confirm' }));
  await screen.findByRole('heading', { name: 'Sign in' });
  expect(asked.filter(({ path }) => path === '/api/account/codes')).toHaveLength(0);
});

test('the second link of a mail tells somebody else who is signed in whom it is for', async () => {
  showPortal(`${address}/password`, {
    ...newcomer,
    'GET /api/account/session': () => ({ ...session, address: 'sam@other.example' }),
  });
  expect(await screen.findByText(/This is for p••@client\.example\./)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Switch to p••@client.example' })).toBeVisible();
});

test('the rules are ticked one by one, and Confirm waits for all of them', async () => {
  const { user } = await askForCode();
  const rule = (name: string) => screen.getAllByRole('listitem').find((item) => item.textContent.includes(name));
  const isMet = (name: string) => rule(name)?.textContent.endsWith(', met') === true;
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '•At least 8 characters',
    '•One lowercase letter (a-z)',
    '•One uppercase letter (A-Z)',
    '•One digit (0-9)',
    '•Not easy to guess',
    '•New and Confirm are the same',
  ]);
  await user.type(screen.getByLabelText('New password'), 'password');
  expect(isMet('At least 8 characters')).toBe(true);
  expect(isMet('One lowercase letter')).toBe(true);
  expect(isMet('One uppercase letter')).toBe(false);
  expect(isMet('Not easy to guess')).toBe(false);
  await user.clear(screen.getByLabelText('New password'));
  await user.type(screen.getByLabelText('New password'), password);
  await waitFor(() => expect(isMet('Not easy to guess')).toBe(true));
  expect(screen.getByRole('button', { name: 'Confirm' })).toBeDisabled();
  await user.type(screen.getByLabelText('Confirm password'), password);
  expect(isMet('New and Confirm are the same')).toBe(true);
  // A letter and its accent are the letter with its accent.
  await user.type(screen.getByLabelText('New password'), 'é');
  await user.type(screen.getByLabelText('Confirm password'), 'e\u0301');
  expect(isMet('New and Confirm are the same')).toBe(true);
  expect(screen.getByRole('button', { name: 'Confirm' })).toBeDisabled();
  await user.type(screen.getByLabelText('Code'), '1234 5678');
  expect(screen.getByRole('button', { name: 'Confirm' })).toBeEnabled();
});

test('after Confirm one signs in with the address filled in', async () => {
  const { user, asked } = await askForCode();
  await confirm(user);
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(screen.getByLabelText('E-mail address')).toHaveValue('pat@client.example');
  expect(asked.find(({ path }) => path === '/api/account/passwords')?.body).toEqual({
    proof: { kind: 'code', deliveryId, code: '1234 5678' },
    newPassword: password,
  });
});

test('a wrong code is said at its field; a password easy to guess for the server loses its tick; a code that is over may have set it', async () => {
  let refusal = new Refusal('code_wrong', { fields: ['code'] });
  const refuse = () => {
    throw refusal;
  };
  const { user } = await askForCode({ ...newcomer, 'POST /api/account/passwords': refuse });
  await confirm(user);
  expect(await screen.findByRole('alert')).toHaveTextContent('Please check it and type it again.');
  expect(screen.getByLabelText('Code')).toBeInvalid();
  expect(screen.getByLabelText('New password')).toHaveValue(password);
  refusal = new Refusal('password_too_weak', { fields: ['guessable'] });
  await user.click(screen.getByRole('button', { name: 'Confirm' }));
  expect(await screen.findByText(/it may hold parts of your e-mail address/)).toBeVisible();
  expect(screen.getByText('Not easy to guess').textContent).toBe('Not easy to guess');
  expect(screen.getByRole('button', { name: 'Confirm' })).toBeDisabled();
  refusal = new Refusal('code_expired');
  await user.type(screen.getByLabelText('New password'), '7');
  await user.type(screen.getByLabelText('Confirm password'), '7');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Confirm' })).toBeEnabled());
  await user.click(screen.getByRole('button', { name: 'Confirm' }));
  expect(await screen.findByText(/Your password may be set already/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Back to sign in' })).toHaveAttribute('href', '/portal/sign-in');
});

test('a link for somebody else says for whom it is and offers to switch', async () => {
  const { user, asked } = showPortal(address, {
    ...newcomer,
    [`GET /api/account/links/${deliveryId}`]: link({ isEnrolled: true }),
    'GET /api/account/session': () => ({ ...session, address: 'sam@other.example' }),
    'DELETE /api/account/session': () => ({}),
  });
  expect(await screen.findByText(/This is for p••@client\.example\./)).toBeVisible();
  expect(screen.getByText(/You are signed in as sam@other\.example\./)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Switch to p••@client.example' }));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(true);
});

test('the second link of the mail asks for a code as well', async () => {
  showPortal(`${address}/password`, { ...newcomer, [`GET /api/account/links/${deliveryId}`]: link({ isEnrolled: true }) });
  expect(await screen.findByRole('button', { name: 'Send me a code' })).toBeVisible();
  expect(screen.getByText(/Here you choose a new password for p••@client\.example\./)).toBeVisible();
  expect(screen.getByRole('link', { name: 'I know my password' })).toHaveAttribute('href', address);
});

test('a link that leads nowhere says so', async () => {
  showPortal('/m/broken', {});
  expect(await screen.findByRole('alert')).toHaveTextContent('This link is not whole.');
});

test('an expired password link offers a new one and the way to sign in, one that was cut says that', async () => {
  const refuse = () => {
    throw new Refusal('password_link_expired');
  };
  const shown = showPortal(`/portal/password#${deliveryId}`, { 'POST /api/account/password-links': refuse });
  expect(await screen.findByRole('heading', { name: 'This link has expired' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Send a new one' })).toHaveAttribute('href', '/portal/forgot');
  expect(screen.getByRole('link', { name: 'Back to sign in' })).toHaveAttribute('href', '/portal/sign-in');
  shown.unmount();
  showPortal(`/portal/password#${deliveryId.slice(0, 9)}`, {});
  expect(await screen.findByText(/This link is not whole/)).toBeVisible();
});

test('a password link shows whose password it sets, and its secret travels in a POST only', async () => {
  const { asked } = showPortal(`/portal/password#${deliveryId}`, {
    'POST /api/account/password-links': () => ({ address: 'pat@client.example' }),
  });
  expect(await screen.findByText('This is the password for pat@client.example.')).toBeVisible();
  expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(6);
  expect(asked.every(({ path }) => !path.includes(deliveryId))).toBe(true);
});

async function confirm(user: Awaited<ReturnType<typeof askForCode>>['user']) {
  await user.type(screen.getByLabelText('Code'), '1234 5678');
  await user.type(screen.getByLabelText('New password'), password);
  await user.type(screen.getByLabelText('Confirm password'), password);
  const button = screen.getByRole('button', { name: 'Confirm' });
  await waitFor(() => expect(button).toBeEnabled());
  await user.click(button);
}
