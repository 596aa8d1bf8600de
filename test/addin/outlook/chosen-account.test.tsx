import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createSignIn } from '../../../addin/outlook/sign-in.ts';
import { giveUpSignInWindow, isSignInWindowOpen } from '../../../addin/outlook/sign-in-window.ts';
import { letTestsEnd } from '../../support/let-tests-end.ts';
import { placeBridge } from '../../support/place-bridge.ts';
import { placeFakeOffice } from '../../support/place-fake-office.ts';

const staff = {
  clientId: 'c84e19d7-2f60-4b3a-a5d8-71f90c26eb43',
  authority: 'http://localhost/identity',
  scope: 'api://sealpost/Messages.Send',
};
const openPane = () => createSignIn(staff, Promise.resolve(true));

letTestsEnd();
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  placeFakeOffice();
});
afterEach(() => void jest.useRealTimers());

test('whoever signs in with another account stays that person, without another window', async () => {
  const outlook = placeBridge(staff.scope);
  const getAccessToken = openPane();
  expect(await getAccessToken()).toBe('alex 1');
  outlook.picks = 'lee';
  expect(await getAccessToken('window')).toBe('lee 2');
  expect([await getAccessToken(), await getAccessToken()]).toEqual(['lee 2', 'lee 2']);
  expect(await getAccessToken('fresh')).toBe('lee 3');
  expect(outlook.asked).toEqual(['GetToken', 'GetTokenPopup', 'GetToken lee']);
});

test('a token that is about to end is renewed for the person who was chosen', async () => {
  const outlook = placeBridge(staff.scope);
  const getAccessToken = openPane();
  Object.assign(outlook, { picks: 'lee', lifetime: 120 });
  await getAccessToken('window');
  outlook.lifetime = 3600;
  expect([await getAccessToken(), await getAccessToken()]).toEqual(['lee 2', 'lee 2']);
});

test('the choice is kept over a reload of the pane in the same mailbox, and nowhere else', async () => {
  const outlook = placeBridge(staff.scope);
  outlook.picks = 'lee';
  await openPane()('window');
  expect(await openPane()()).toBe('lee 2');
  Object.assign(Office.context.mailbox.userProfile, { emailAddress: 'reception@harbour.example' });
  expect(await openPane()()).toMatch(/^alex/);
});

test('an Outlook that answers for its own account instead is not believed: a window asks, never somebody else in silence', async () => {
  const outlook = placeBridge(staff.scope);
  Object.assign(outlook, { picks: 'lee', lifetime: 120, heedsAccount: false });
  const getAccessToken = openPane();
  await getAccessToken('window');
  outlook.lifetime = 3600;
  expect(await getAccessToken()).toMatch(/^lee/);
  expect(outlook.asked).toEqual(['GetTokenPopup', 'GetToken lee', 'GetTokenPopup lee']);
});

test('an account that was taken out of Outlook is asked for once, then forgotten', async () => {
  const outlook = placeBridge(staff.scope);
  outlook.picks = 'lee';
  const getAccessToken = openPane();
  await getAccessToken('window');
  outlook.knows.delete('lee');
  outlook.picks = 'robin';
  expect(await getAccessToken('fresh')).toMatch(/^robin/);
  expect(outlook.asked.at(-1)).toBe('GetTokenPopup');
});

test('what nobody is waiting for opens no window', async () => {
  const outlook = placeBridge(staff.scope, 'popup');
  await expect(openPane()('kept', true)).rejects.toMatchObject({ code: 'sign_in_cancelled' });
  expect(outlook.asked).toEqual(['GetToken']);
});

test('a window that is never answered can be given up, and the next try opens another', async () => {
  const outlook = placeBridge(staff.scope, 'popup');
  outlook.picks = null;
  const getAccessToken = openPane();
  const first = getAccessToken();
  while (!isSignInWindowOpen()) await new Promise((resolve) => setTimeout(resolve, 1));
  giveUpSignInWindow();
  await expect(first).rejects.toMatchObject({ code: 'sign_in_cancelled' });
  expect(isSignInWindowOpen()).toBe(false);
  outlook.picks = 'alex';
  expect(await getAccessToken()).toMatch(/^alex/);
});

test('a window that Outlook lost sight of ends after ten minutes', async () => {
  const outlook = placeBridge(staff.scope, 'popup');
  outlook.picks = null;
  const getAccessToken = openPane();
  await expect(getAccessToken('kept', true)).rejects.toMatchObject({ code: 'sign_in_cancelled' });
  jest.useFakeTimers();
  const ending = expect(getAccessToken()).rejects.toMatchObject({ code: 'sign_in_cancelled' });
  await jest.advanceTimersByTimeAsync(601_000);
  await ending;
});
