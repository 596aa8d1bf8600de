import { beforeEach, expect, test } from '@jest/globals';
import { createSignIn } from '../../../addin/outlook/sign-in.ts';
import { makeFakeBridge } from '../../../demo/outlook/make-fake-bridge.ts';
import { placeFakeOffice } from '../../support/place-fake-office.ts';

const staff = {
  clientId: 'c84e19d7-2f60-4b3a-a5d8-71f90c26eb43',
  authority: 'http://localhost/identity',
  scope: 'api://sealpost/Messages.Send',
};

// The library listens to other tabs for ever, which would keep the tests from ending.
const { BroadcastChannel: Channel } = globalThis;
globalThis.BroadcastChannel = class extends Channel {
  constructor(name: string) {
    super(name);
    (this as { unref?: () => void }).unref?.();
  }
};

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
    return { token: { access_token: 'the-token', id_token: anIdToken(), expires_in: 3600, scope: staff.scope }, account };
  });
  const getAccessToken = createSignIn(staff, Promise.resolve(true));
  await expect(Promise.all([getAccessToken(), getAccessToken()])).resolves.toEqual(['the-token', 'the-token']);
  expect(asked[0]).toBe(staff.clientId);
  expect(asked[1]).toContain(staff.scope);
});

test('a sign-in that fails is a failure of its own kind', async () => {
  placeFakeOffice();
  place(() => Promise.reject(new Error('away')));
  await expect(createSignIn(staff, Promise.resolve(true))()).rejects.toMatchObject({ code: 'sign_in_failed' });
});

const account = {
  environment: 'login.microsoftonline.com',
  homeAccountId: 'person.tenant',
  localAccountId: 'person',
  tenantId: 'tenant',
  username: 'alex@harbour.example',
};

function place(requestTokens: Parameters<typeof makeFakeBridge>[1]): void {
  Object.assign(window, { nestedAppAuthBridge: makeFakeBridge(account, requestTokens) });
}

function anIdToken(): string {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ oid: 'person', tid: 'tenant', preferred_username: account.username })}.signature`;
}
