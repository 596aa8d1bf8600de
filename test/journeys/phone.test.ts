import { expect, test } from '@jest/globals';
import { sendMessage } from '../../contract/send.ts';
import { findBarriers } from '../support/axe.ts';
import { JOURNEY_PASSWORD } from '../support/journey-password.ts';
import { linkIn } from '../support/link-in.ts';
import { createPassword, enrolByLink, readBody, signIn } from '../support/portal-page.ts';
import { staffCall } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { PHONE, useProduct } from '../support/use-product.ts';

const journey = useProduct();

async function sendTo(address: string, subject: string): Promise<void> {
  const call = await staffCall(journey.product);
  await call(sendMessage, aMessage({ recipients: [{ address, kind: 'to' }], subject }));
}

test('a new recipient on a phone creates a password, reads, goes back to the list and logs out', async () => {
  await sendTo('phone@client.example', 'Your appointment');
  await sendTo('phone@client.example', 'Your second appointment');
  const reader = await journey.person(PHONE);
  await enrolByLink(reader, journey.product, 'phone@client.example');
  expect(await readBody(reader)).toContain('all is well');
  expect(await isScrolledSideways()).toBe(false);
  await reader.getByText('Back to Inbox').click();
  await reader.getByRole('link', { name: /Your appointment/ }).waitFor();
  expect(await isScrolledSideways()).toBe(false);
  await reader.goBack();
  await readBody(reader);
  await reader.getByRole('button', { name: 'Account' }).click();
  await reader.getByRole('menuitem', { name: 'Log out' }).click();
  await reader.getByRole('heading', { name: 'Sign in' }).waitFor();

  async function isScrolledSideways(): Promise<boolean> {
    return reader.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  }
}, 120_000);

test('who forgot the password gets in again from the sign-in page, and the old password is void', async () => {
  await sendTo('forgot@client.example', 'First');
  const reader = await journey.person(PHONE);
  await enrolByLink(reader, journey.product, 'forgot@client.example');
  await readBody(reader);

  const other = await journey.person({ ...PHONE, colorScheme: 'dark' });
  await other.goto(`${journey.product.origin}/portal`);
  await other.getByRole('link', { name: 'Forgot your password?' }).click();
  await other.getByLabel('E-mail address', { exact: true }).fill('forgot@client.example');
  const before = (await journey.product.mailsTo('forgot@client.example')).length;
  await other.getByRole('button', { name: 'Send a new one' }).click();
  await other.getByText('If this address has an account, a mail is on its way.').waitFor();
  const [mail] = await journey.product.mailsTo('forgot@client.example', before + 1);
  const [link] = /https?:\/\/\S+#[\w-]{22}/.exec(mail?.text ?? '') ?? [];
  await other.goto(link ?? '');
  await other.getByLabel('New password', { exact: true }).waitFor();
  expect(await findBarriers(other)).toEqual([]);
  await other.getByLabel('New password', { exact: true }).fill('Quiet-River-77-Candle');
  await other.getByLabel('Confirm password', { exact: true }).fill('Quiet-River-77-Candle');
  await other.getByRole('button', { name: 'Confirm', exact: true }).click();
  await signIn(other, 'Quiet-River-77-Candle');
  await other.getByText('First').first().waitFor();
  for (const [broken, heading] of [
    [link, 'This link has expired'],
    [link?.slice(0, -3), 'We could not open this link'],
  ]) {
    await other.goto('about:blank');
    await other.goto(broken ?? '');
    await other.getByRole('heading', { name: heading ?? '' }).waitFor();
    expect(await findBarriers(other)).toEqual([]);
  }

  await reader.goto(`${journey.product.origin}/portal`);
  await signIn(reader, JOURNEY_PASSWORD, 'forgot@client.example');
  await reader.getByRole('alert').waitFor();
}, 120_000);

test('who forgot the password gets in again by the second link of the notification', async () => {
  await sendTo('second-link@client.example', 'For you');
  const reader = await journey.person(PHONE);
  await enrolByLink(reader, journey.product, 'second-link@client.example');
  await readBody(reader);
  const notification = await journey.product.notificationTo('second-link@client.example');
  const other = await journey.person(PHONE);
  await other.goto(`${linkIn(notification)}/password`);
  await createPassword(other, journey.product, 'second-link@client.example', 'Quiet-River-77-Candle');
  await signIn(other, 'Quiet-River-77-Candle');
  expect(await readBody(other)).toContain('all is well');
}, 120_000);
