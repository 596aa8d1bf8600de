import { generate } from 'otplib';
import * as account from '../../contract/account.ts';
import * as passkeys from '../../contract/passkeys.ts';
import * as secondStep from '../../contract/second-step.ts';
import { aPasskey } from './authenticator.ts';
import type { Client } from './client.ts';
import { PASSWORD } from './story.ts';
import type { TestApp } from './test-app.ts';

/** What an authenticator app shows at the app's time, moved by `seconds`. */
export function appCode(app: TestApp, secret: string, seconds = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) + seconds });
}

/** Sets an authenticator app up for somebody signed in; answers its key and the recovery codes. The first code is used up. */
export async function setUpApp(app: TestApp, client: Client) {
  const { key } = await client.call(secondStep.offerAuthenticatorApp, {});
  const { recoveryCodes } = await client.call(secondStep.confirmAuthenticatorApp, { code: await appCode(app, key) });
  return { key, recoveryCodes };
}

/** Makes a passkey for somebody signed in. */
export async function setUpPasskey(client: Client, name = 'My phone') {
  const passkey = aPasskey();
  const { options } = await client.call(passkeys.offerPasskey, {});
  const added = await client.call(passkeys.addPasskey, { name, answer: passkey.create(options) });
  return { passkey, ...added };
}

/** Somebody who has given the password and is asked for the second step. */
export async function halfWayIn(app: TestApp, address: string): Promise<Client> {
  const visitor = app.visitor();
  await visitor.call(account.signIn, { address, password: PASSWORD });
  return visitor;
}
