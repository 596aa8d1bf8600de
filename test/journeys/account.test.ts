import { expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sendMessage } from '../../contract/send.ts';
import { findBarriers } from '../support/axe.ts';
import { JOURNEY_PASSWORD } from '../support/journey-password.ts';
import { linkIn } from '../support/link-in.ts';
import { createPassword, enrolByLink, readBody, signIn } from '../support/portal-page.ts';
import { staffCall } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { DESK, PHONE, useProduct } from '../support/use-product.ts';

const journey = useProduct();
jest.setTimeout(120_000);
const NEW_PASSWORD = 'Lantern-Harvest-24-Moon';
const windows = [
  ['desk', DESK],
  ['phone', PHONE],
] as const;

async function sendTo(address: string): Promise<void> {
  const recipients = [{ address, name: 'Pat Doe', kind: 'to' as const }];
  await (
    await staffCall(journey.product)
  )(sendMessage, aMessage({ recipients, subject: 'Your results' }));
}

const open = (page: Page, path: string) => page.goto(journey.product.origin + path);

test.each(windows)('on a %s: the code of a mail is checked before its link is opened', async (name, window) => {
  const address = `checks-${name}@client.example`;
  await sendTo(address);
  const { text } = await journey.product.notificationTo(address);
  const [code = ''] = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(text) ?? [];
  const reader = await journey.person(window);
  await open(reader, '/verify');
  await reader.getByLabel('Verification code').fill('K7Q4-M2XD');
  await reader.getByRole('button', { name: 'Check' }).click();
  await reader.getByText('We do not know this code').waitFor();
  expect(await findBarriers(reader)).toEqual([]);
  await reader.getByLabel('Verification code').fill(code.toLowerCase());
  await reader.getByRole('button', { name: 'Check' }).click();
  await reader.getByText(/Genuine: Alex Morgan sent it on/).waitFor();
  expect(await findBarriers(reader)).toEqual([]);
});

test.each(windows)('on a %s: a new password ends every other session, and all are ended at once', async (name, window) => {
  const address = `changes-${name}@client.example`;
  await sendTo(address);
  const reader = await journey.person(window);
  await enrolByLink(reader, journey.product, address);
  await readBody(reader);
  const other = await journey.person();
  await open(other, '/portal/inbox');
  await signIn(other, JOURNEY_PASSWORD, address);
  await other.getByRole('link', { name: /Your results/ }).waitFor();

  await open(reader, '/portal/settings/password');
  await reader.getByLabel('Current password', { exact: true }).fill(JOURNEY_PASSWORD);
  await reader.getByLabel('New password', { exact: true }).fill(NEW_PASSWORD);
  await reader.getByLabel('Confirm password', { exact: true }).fill(NEW_PASSWORD);
  await reader.getByRole('button', { name: 'Confirm', exact: true }).click();
  await reader.getByText('Your password was changed.').waitFor();
  await journey.product.mailAbout(address, 'Your password for Harbour Clinic was changed');

  await open(other, '/portal/inbox');
  await signIn(other, JOURNEY_PASSWORD, address);
  await other.getByRole('alert').waitFor();
  await other.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
  await other.getByRole('button', { name: 'Log in' }).click();
  await other.getByRole('link', { name: /Your results/ }).waitFor();
  await open(reader, '/portal/settings/sessions');
  await reader.getByText('This device').waitFor();
  await reader.getByRole('button', { name: 'Sign out everywhere' }).click();
  await reader.getByRole('heading', { name: 'Sign in' }).waitFor();
  await open(other, '/portal/inbox');
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
});

test('after too many wrong passwords the wait is seen, and a new password ends it', async () => {
  const address = 'guesses@client.example';
  await sendTo(address);
  const reader = await journey.person();
  await enrolByLink(reader, journey.product, address);
  await readBody(reader);
  const guesser = await journey.person(PHONE);
  await open(guesser, '/portal/sign-in');
  await signIn(guesser, 'Wrong-Guess-0', address);
  const wait = guesser.getByRole('button', { name: /^Try again in/ });
  for (let guess = 1; guess < 20 && !(await wait.isVisible()); guess += 1) {
    await guesser.getByRole('alert').waitFor();
    await guesser.getByLabel('Password', { exact: true }).fill(`Wrong-Guess-${guess}`);
    await Promise.all([
      guesser.waitForResponse(/\/api\/account\/sessions/),
      guesser.getByRole('button', { name: 'Log in' }).click(),
    ]);
    await guesser.getByRole('alert').waitFor();
  }
  await wait.waitFor();
  expect(await findBarriers(guesser)).toEqual([]);
  const notification = await journey.product.mailAbout(address, 'Secure message from Alex Morgan');
  await guesser.goto(`${linkIn(notification)}/password`);
  await createPassword(guesser, journey.product, address, NEW_PASSWORD);
  await signIn(guesser, NEW_PASSWORD);
  await readBody(guesser);
});

test('the warning before the end is answered by staying, or by going', async () => {
  const address = 'waits@client.example';
  await sendTo(address);
  await journey.product.mailsTo(address);
  await journey.product.kill();
  await journey.product.start({ SESSION_IDLE_MINUTES: '2' });
  const reader = await journey.person(PHONE);
  await enrolByLink(reader, journey.product, address);
  await readBody(reader);
  const warning = reader.getByRole('alertdialog', { name: 'Are you still there?' });
  await warning
    .getByText(/Time left:/)
    .first()
    .waitFor();
  expect(await findBarriers(reader)).toEqual([]);
  const stayed = reader.waitForResponse((answer) => answer.url().endsWith('/api/account/session'));
  await warning.getByRole('button', { name: 'Stay signed in' }).click();
  expect((await stayed).status()).toBe(200);
  await reader.setViewportSize(DESK.viewport);
  await warning.getByRole('button', { name: 'Log out' }).click();
  await reader.getByRole('heading', { name: 'Sign in' }).waitFor();
  await journey.product.kill();
  await journey.product.start();
});

test('who is invited writes first, and a message that comes back is said to its author', async () => {
  const invite = await journey.product.run('server/invite.ts', 'guest@client.example', 'no address', '--name', '');
  expect(invite).toMatchObject({
    exitCode: 1,
    printed: expect.stringMatching(/guest@client\.example is invited.*\nno address/s),
  });
  const [invitation] = await journey.product.mailsTo('guest@client.example');
  const [link = ''] = /https?:\/\/\S+\/portal\/password\S*/.exec(invitation?.text ?? '') ?? [];
  const guest = await journey.person(PHONE);
  await guest.goto(link);
  await guest.getByLabel('New password', { exact: true }).fill(JOURNEY_PASSWORD);
  await guest.getByLabel('Confirm password', { exact: true }).fill(JOURNEY_PASSWORD);
  await guest.getByRole('button', { name: 'Confirm', exact: true }).click();
  await signIn(guest, JOURNEY_PASSWORD);
  await guest.getByText('No messages yet').first().waitFor();
  await open(guest, '/portal/compose');
  await guest.getByLabel('To', { exact: true }).fill('nobody@harbour.example');
  await guest.getByRole('button', { name: 'Add nobody@harbour.example' }).click();
  await guest.getByLabel('Subject').fill('Is anybody there?');
  await guest.getByRole('textbox', { name: 'Your message' }).fill('I would like to ask something.');
  await guest.getByRole('button', { name: 'Send', exact: true }).click();
  await guest.getByText('Your message was sent').waitFor();
  const comesBack = async () => {
    await open(guest, '/portal/sent');
    await guest.getByRole('link', { name: /Is anybody there\?/ }).waitFor();
    return guest.getByText('Not delivered').isVisible();
  };
  while (!(await comesBack())) await new Promise((resolve) => setTimeout(resolve, 500));
  await guest.getByRole('link', { name: /Is anybody there\?/ }).click();
  await guest.getByText(/could not be delivered to nobody@harbour\.example/).waitFor();
  expect(await findBarriers(guest)).toEqual([]);
});
