import { beforeEach, expect, test } from '@jest/globals';
import * as account from '../../../contract/account.ts';
import * as passwords from '../../../contract/passwords.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { aMessageReceived, codeOf, PASSWORD, signedIn, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
beforeEach(forgetThrottles);

const NEW_PASSWORDS = ['Winter-Sun-43-Candle', 'Autumn-Leaf-44-Basket'] as const;
const ask = (address: string) => app.visitor().call(account.requestPasswordMail, { address });
type Proof = { kind: 'link'; secret: string } | { kind: 'code'; deliveryId: string; code: string };
const setBy = (proof: Proof, newPassword: string = NEW_PASSWORDS[0]) =>
  app.visitor().call(passwords.createPassword, { proof, newPassword });
const linksTo = (address: string) =>
  app.sink.mailsTo(address).flatMap((mail) => {
    const secret = /\/portal\/password#([\w-]{22})/.exec(textOf(mail))?.[1];
    return secret === undefined ? [] : [{ kind: 'link' as const, secret }];
  });

/** Somebody who has asked for two links and a code, which lie in the mailbox. */
async function someoneWithMail() {
  const received = await aMessageReceived(app);
  const { address, deliveryId } = received;
  await ask(address);
  await ask(address);
  await app.visitor().call(account.requestCode, { deliveryId });
  await app.work();
  const [first, second] = linksTo(address);
  if (!first || !second) throw new Error('two links were asked for');
  return {
    ...received,
    links: [first, second] as const,
    code: { kind: 'code' as const, deliveryId, code: codeOf(app, address) },
  };
}

test('a password set by a mailed link ends every other link and code', async () => {
  const { links, code, address } = await someoneWithMail();
  await setBy(links[0]);
  await expect(setBy(links[1], PASSWORD)).rejects.toMatchObject({ code: 'password_link_expired' });
  await expect(setBy(code, PASSWORD)).rejects.toMatchObject({ code: 'code_expired' });
  await ask(address);
  await app.work();
  await setBy(linksTo(address)[2] ?? links[1], NEW_PASSWORDS[1]);
});

test('a password changed by who knows it ends every link and code, and none that still waits is mailed', async () => {
  const { links, code, recipient, address } = await someoneWithMail();
  await ask(address);
  await recipient.call(passwords.changePassword, { currentPassword: PASSWORD, newPassword: NEW_PASSWORDS[0] });
  await expect(setBy(links[0], PASSWORD)).rejects.toMatchObject({ code: 'password_link_expired' });
  await expect(setBy(code, PASSWORD)).rejects.toMatchObject({ code: 'code_expired' });
  await app.work();
  expect(linksTo(address)).toHaveLength(2);
});

test('of two links and a code used at the same moment one sets the password', async () => {
  for (let round = 1; round <= 4; round += 1) {
    const { links, code, address } = await someoneWithMail();
    const tries = [() => setBy(links[0], NEW_PASSWORDS[0]), () => setBy(links[1], NEW_PASSWORDS[1]), () => setBy(code, PASSWORD)];
    const outcomes = await Promise.allSettled(tries.map((attempt) => attempt()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    await signedIn(app, address, [...NEW_PASSWORDS, PASSWORD][winner]);
    await forgetThrottles();
  }
});
