import { beforeEach, expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { OutlookError } from '../../../addin/outlook/outlook-error.ts';
import { throughWindow } from '../../../addin/outlook/sign-in-window.ts';
import { CallError } from '../../../contract/call.ts';
import { readSendPolicy } from '../../../contract/send.ts';
import { aPolicy, fakeApi } from '../../support/fake-api.ts';
import { people, placeFakeOffice } from '../../support/place-fake-office.ts';
import { renderPane } from '../../support/render-pane.tsx';

jest.setTimeout(30_000);
beforeEach(() => {
  localStorage.clear();
  placeFakeOffice({ draft: { to: people('pat@client.example'), subject: 'Scan' } });
});

/** The first reading of the rules goes as given, the next ones well. */
const firstly = (answer: () => unknown) => {
  let readings = 0;
  return fakeApi({ [readSendPolicy.path]: () => ((readings += 1) === 1 ? answer() : aPolicy) });
};

test('while a sign-in window is open the pane says so; who has lost it gives it up and tries again', async () => {
  const { api } = firstly(() => throughWindow(new Promise(() => undefined)));
  const user = renderPane(api);
  expect(await screen.findByText('Please sign in.')).toBeVisible();
  expect(screen.getByRole('status')).toHaveTextContent('Outlook has opened a window for that.');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('You are not signed in.Choose Try again');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Send Secure' })).toBeVisible();
});

test.each([
  ['for Outlook', new OutlookError('sign_in_unavailable')],
  ['for our server', new CallError('identity_provider_unavailable')],
])('an identity provider that is away %s says try again, not denied', async (_whose, failure) => {
  const { api } = firstly(() => Promise.reject(failure));
  const user = renderPane(api);
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The sign-in service does not answer at the moment.Please try again in a minute.',
  );
  expect(screen.queryByRole('button', { name: 'Sign in with another account' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('button', { name: 'Send Secure' })).toBeVisible();
});
