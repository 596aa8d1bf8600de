import { expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { session, showPortal } from '../../support/portal-screen.tsx';

jest.setTimeout(60_000);

test('the footer leads to help, and from there back to signing in', async () => {
  const { user } = showPortal('/portal/sign-in', {});
  for (const name of ['Is this mail genuine?', 'Login issues?', 'Contact', 'Accessibility']) {
    await user.click(await screen.findByRole('link', { name }));
    expect(await screen.findByRole('heading', { level: 1, name })).toHaveFocus();
    expect(screen.getByText('Powered by Sealpost 1.0')).toBeVisible();
  }
  await user.click(screen.getByRole('link', { name: 'Go to sign in' }));
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
});

test('the page about genuine mails names the fixed sender and address, and leads to the check of a code', async () => {
  const { user } = showPortal('/portal/help/genuine', {});
  expect(await screen.findByText('It comes from postmaster@harbour.example.')).toBeVisible();
  expect(screen.getByText('Every link in it begins with http://localhost/')).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Check a verification code' }));
  expect(await screen.findByLabelText('Verification code')).toBeVisible();
});

test('the contact is that of the organisation; who has given none says so', async () => {
  const organisation = { ...{ name: 'Harbour Clinic', origin: 'http://localhost', postmaster: 'p@harbour.example' } };
  const { unmount } = showPortal('/portal/help/contact', {});
  expect(await screen.findByText('+44 1224 000000')).toBeVisible();
  unmount();
  showPortal('/portal/help/contact', {}, { organisation: { ...organisation, contact: '', colour: '#0f766e', logo: null } });
  expect(await screen.findByText(/Please use the telephone number .* that you know already/)).toBeVisible();
});

test('who is signed in goes back to the messages; an unknown page of help is said', async () => {
  const { unmount } = showPortal('/portal/help/login', { 'GET /api/account/session': () => session });
  expect(await screen.findByRole('link', { name: 'Go to my messages' })).toHaveAttribute('href', '/portal/inbox');
  unmount();
  showPortal('/portal/help/nothing', {});
  expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});
