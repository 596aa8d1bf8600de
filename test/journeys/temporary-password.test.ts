import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sendMessage } from '../../contract/send.ts';
import { findBarriers } from '../support/axe.ts';
import { laterBy } from '../support/later-by.ts';
import { JOURNEY_PASSWORD } from '../support/journey-password.ts';
import { linkIn } from '../support/link-in.ts';
import { lookAround } from '../support/look-around.ts';
import { readBody, signIn } from '../support/portal-page.ts';
import type { CaughtMail } from '../support/product.ts';
import { staffCall } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { PHONE, useProduct } from '../support/use-product.ts';

const settings = { ENROLMENT: 'temporary-password' };
const journey = useProduct(settings);

const TEMPORARY = /\b[a-z2-9]{4}(?:-[a-z2-9]{4}){3}\b/;
const passwordIn = (mail: CaughtMail | undefined) => TEMPORARY.exec(mail?.text ?? '')?.[0] ?? '';
const passwordMails = async (address: string, count: number) => {
  for (let mails = 1; ; mails += 1) {
    const found = (await journey.product.mailsTo(address, mails)).filter((mail) => passwordIn(mail) !== '');
    if (found.length >= count) return found;
  }
};

async function sendTo(address: string): Promise<string> {
  const call = await staffCall(journey.product);
  await call(sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  return linkIn(await journey.product.notificationTo(address));
}

async function reset(page: Page, temporary: string): Promise<void> {
  await page.getByRole('heading', { name: 'Reset password' }).waitFor();
  await page.getByLabel('Current password', { exact: true }).fill(temporary);
  await page.getByLabel('New password', { exact: true }).fill(JOURNEY_PASSWORD);
  await page.getByLabel('Confirm password', { exact: true }).fill(JOURNEY_PASSWORD);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
}

test('at a desk: a mailed password, signing in, a password of one’s own, the message', async () => {
  const { barriers, seePage } = lookAround();
  const address = 'desk@client.example';
  const link = await sendTo(address);
  const [mail] = await passwordMails(address, 1);
  const reader = await journey.person();
  await reader.goto(link);
  await signIn(reader, passwordIn(mail), address.toUpperCase());
  await reader.getByRole('heading', { name: 'Reset password' }).waitFor();
  await reader.goto(`${journey.product.origin}/portal/inbox`);
  await reader.getByRole('heading', { name: 'Reset password' }).waitFor();
  await seePage('reset password', reader);
  await reader.goto(link);
  await reset(reader, passwordIn(mail));
  expect(await readBody(reader)).toContain('all is well');
  expect(barriers).toEqual({});
}, 120_000);

test('on a phone: the same for an address as people write theirs, which this browser remembers in one form', async () => {
  const address = 'x@bücher.example';
  const link = await sendTo(address);
  const [mail] = await passwordMails(address, 1);
  const reader = await journey.person(PHONE);
  await reader.goto(link);
  await reader.getByLabel('Remember my e-mail address').check();
  await signIn(reader, passwordIn(mail), ' X@Bücher.Example. ');
  await reset(reader, passwordIn(mail));
  expect(await readBody(reader)).toContain('all is well');
  await reader.getByRole('button', { name: 'Account' }).click();
  await reader.getByRole('menuitem', { name: 'Log out' }).click();
  await reader.getByRole('heading', { name: 'Sign in' }).waitFor();
  await reader.goto(`${journey.product.origin}/portal/inbox`);
  await reader.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await reader.getByLabel('E-mail address', { exact: true }).inputValue()).toBe('x@xn--bcher-kva.example');
  await signIn(reader, JOURNEY_PASSWORD);
  await reader.getByRole('heading', { name: 'Inbox' }).waitFor();
}, 120_000);

test('who lost the mail is sent a new password by the notification’s second link, and the old one no longer works', async () => {
  const address = 'lost@client.example';
  const link = await sendTo(address);
  const [first] = await passwordMails(address, 1);
  const reader = await journey.person({ ...PHONE, colorScheme: 'dark' });
  await reader.goto(`${link}/password`);
  await reader.getByRole('button', { name: 'Send a new one' }).waitFor();
  expect(await findBarriers(reader)).toEqual([]);
  await reader.getByRole('button', { name: 'Send a new one' }).click();
  await reader.getByText('A new temporary password is on its way').waitFor();
  expect(await findBarriers(reader)).toEqual([]);
  const [second] = await passwordMails(address, 2);
  await reader.getByRole('link', { name: 'I know my password' }).click();
  await signIn(reader, passwordIn(first), address);
  await reader.getByRole('alert').waitFor();
  await reader.getByLabel('Password', { exact: true }).fill(passwordIn(second));
  await reader.getByRole('button', { name: 'Log in' }).click();
  await reset(reader, passwordIn(second));
  expect(await readBody(reader)).toContain('all is well');
}, 120_000);

test('who comes when the password has expired is mailed a new one by one click and gets on to the message', async () => {
  const address = 'late@client.example';
  const link = await sendTo(address);
  const [expired] = await passwordMails(address, 1);
  // Not killed: a mail that was not noted as sent would be sent again, with another password.
  await journey.product.stop();
  await journey.product.start({ ...settings, ...laterBy(25) });
  const reader = await journey.person();
  await reader.goto(link);
  await signIn(reader, passwordIn(expired), address);
  await reader.getByRole('heading', { name: 'This temporary password has expired' }).waitFor();
  expect(await findBarriers(reader)).toEqual([]);
  await reader.getByRole('button', { name: 'Send a new one' }).click();
  const [renewed] = await passwordMails(address, 2);
  await reader.getByRole('link', { name: 'Back to sign in' }).click();
  await signIn(reader, passwordIn(renewed));
  await reset(reader, passwordIn(renewed));
  expect(await readBody(reader)).toContain('all is well');
  expect(journey.pageErrors).toEqual([]);
}, 120_000);
