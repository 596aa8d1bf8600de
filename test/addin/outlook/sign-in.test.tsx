import { beforeEach, expect, test } from '@jest/globals';
import { createSignIn } from '../../../addin/outlook/sign-in.ts';
import { makeFakeBridge } from '../../../demo/outlook/make-fake-bridge.ts';
import type { SignInManner } from '../../../demo/outlook/outlook-profile.ts';
import { letTestsEnd } from '../../support/let-tests-end.ts';
import { placeFakeOffice } from '../../support/place-fake-office.ts';

const staff = {
  clientId: 'c84e19d7-2f60-4b3a-a5d8-71f90c26eb43',
  authority: 'http://localhost/identity',
  scope: 'api://sealpost/Messages.Send',
};

letTestsEnd();

// The library keeps tokens; each test starts without any.
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test('an Outlook without nested sign-in is told apart from a failed sign-in', async () => {
  placeFakeOffice();
  Object.assign(Office.context.requirements, { isSetSupported: () => false });
  await expect(createSignIn(staff, Promise.resolve(true))()).rejects.toMatchObject({ code: 'sign_in_unsupported' });
});

test("the token is the one that Outlook's own sign-in gives for our server", async () => {
  placeFakeOffice();
  const asked: string[] = [];
  place(async (clientId, scopes) => {
    asked.push(clientId, scopes);
    return tokensOf('the-token');
  });
  const getAccessToken = createSignIn(staff, Promise.resolve(true));
  await expect(Promise.all([getAccessToken(), getAccessToken()])).resolves.toEqual(['the-token', 'the-token']);
  expect(asked[0]).toBe(staff.clientId);
  expect(asked[1]).toContain(staff.scope);
});

test('who has to show who they are gets a window, and is asked again once they want another account', async () => {
  placeFakeOffice();
  const methods: string[] = [];
  place(async () => tokensOf(`token ${methods.length}`), 'popup', methods);
  const getAccessToken = createSignIn(staff, Promise.resolve(true));
  await expect(getAccessToken()).resolves.toBe('token 2');
  await expect(getAccessToken('window')).resolves.toBe('token 3');
  expect(methods).toEqual(['GetToken', 'GetTokenPopup', 'GetTokenPopup']);
});

test('a fresh token is not the one from before', async () => {
  placeFakeOffice();
  let tokens = 0;
  place(async () => tokensOf(`token ${(tokens += 1)}`));
  const getAccessToken = createSignIn(staff, Promise.resolve(true));
  expect([await getAccessToken(), await getAccessToken(), await getAccessToken('fresh')]).toEqual([
    'token 1',
    'token 1',
    'token 2',
  ]);
});

test.each<[string, SignInManner, string]>([
  ['consent that IT has not given', 'no-consent', 'sign_in_not_allowed'],
  ['an identity provider that is away', 'away', 'sign_in_unavailable'],
])('%s is a failure of its own kind', async (_what, manner, code) => {
  placeFakeOffice();
  place(async () => tokensOf('none'), manner);
  await expect(createSignIn(staff, Promise.resolve(true))()).rejects.toMatchObject({ code });
});

test.each([
  ['USER_CANCEL', '', 'sign_in_cancelled'],
  ['NO_NETWORK', '', 'sign_in_unavailable'],
  ['DISABLED', '', 'sign_in_unsupported'],
  ['PERSISTENT_ERROR', 'AADSTS90094: The grant requires administrator permission.', 'sign_in_not_allowed'],
  ['PERSISTENT_ERROR', 'AADSTS50105: The user is not assigned to a role for the application.', 'sign_in_not_allowed'],
  ['PERSISTENT_ERROR', 'AADSTS53003: Blocked by conditional access.', 'sign_in_failed'],
])('an answer %s %s', async (status, description, code) => {
  placeFakeOffice();
  place(() => Promise.reject(Object.assign(new Error(description), { refusal: { status, code: 'x', description } })));
  await expect(createSignIn(staff, Promise.resolve(true))()).rejects.toMatchObject({ code });
});

const account = {
  environment: 'login.microsoftonline.com',
  homeAccountId: 'person.tenant',
  localAccountId: 'person',
  tenantId: 'tenant',
  username: 'alex@harbour.example',
};

function tokensOf(access_token: string) {
  return { token: { access_token, id_token: anIdToken(), expires_in: 3600, scope: staff.scope }, account };
}

function place(requestTokens: Parameters<typeof makeFakeBridge>[1], manner?: SignInManner, methods: string[] = []): void {
  const bridge = makeFakeBridge(account, requestTokens, manner);
  const postMessage = (json: string) => {
    const { method } = JSON.parse(json) as { method: string };
    if (method !== 'GetInitContext') methods.push(method);
    bridge.postMessage(json);
  };
  Object.assign(window, { nestedAppAuthBridge: { ...bridge, postMessage } });
}

function anIdToken(): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ oid: 'person', tid: 'tenant', preferred_username: account.username })}.signature`;
}
