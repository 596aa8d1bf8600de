import { expect, test } from '@jest/globals';
import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { sendMessage } from '../../contract/send.ts';
import { findBarriers } from '../support/axe.ts';
import { JOURNEY_PASSWORD } from '../support/journey-password.ts';
import { enterByLink, readBody, signIn } from '../support/portal-page.ts';
import { staffCall } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { DESK, PHONE, useProduct } from '../support/use-product.ts';
import { addAuthenticator, type Authenticator } from '../support/virtual-authenticator.ts';

const journey = useProduct();
const CAREFUL = 'careful@client.example';
const OTHER = 'other@client.example';

/** What the app shows now, or so many seconds later. */
const codeOf = (secret: string, seconds = 0) => generate({ secret, epoch: Math.floor(Date.now() / 1000) + seconds });

async function sendTo(address: string): Promise<void> {
  const call = await staffCall(journey.product);
  await call(sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
}

async function enrol(page: Page, address: string): Promise<void> {
  await sendTo(address);
  await enterByLink(page, journey.product, address);
}

const inbox = (page: Page) => page.getByRole('heading', { name: 'Inbox' }).waitFor();
const section = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

async function logOut(page: Page): Promise<void> {
  await page.goto(`${journey.product.origin}/portal/inbox`);
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Log out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

/** From *Sign in* to the page that asks for the second step. */
async function signInHalf(page: Page, address: string): Promise<void> {
  await page.goto(`${journey.product.origin}/portal/inbox`);
  await signIn(page, JOURNEY_PASSWORD, address);
  await page.getByRole('heading', { name: 'One more step' }).waitFor();
}

async function giveRecoveryCode(page: Page, code: string | undefined): Promise<void> {
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(code ?? '');
  await page.getByRole('button', { name: 'Confirm' }).click();
}

async function namePasskey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill(name);
  await page.getByRole('button', { name: 'Add passkey' }).click();
}

/** The recovery codes that are shown, once they are said to be kept. */
async function keepCodes(page: Page): Promise<string[]> {
  await page.getByRole('heading', { name: 'Your recovery codes' }).and(page.locator(':focus')).waitFor();
  const codes = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts();
  expect(codes).toHaveLength(10);
  expect(await findBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'I have kept my codes' }).click();
  return codes;
}

/** The desk keeps its passkey from one test to the next. */
let desk: Page;
let deskKeys: Authenticator;

test('an authenticator app is set up at a desk; its code and, once each, the recovery codes let in on a phone', async () => {
  desk = await journey.person();
  await enrol(desk, CAREFUL);
  await readBody(desk);
  await desk.getByRole('button', { name: 'Settings' }).click();
  await section(desk, 'Second step');
  await desk.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await desk.getByAltText('QR code for your authenticator app').waitFor();
  const key = (await desk.getByText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(' ', '');
  expect(await findBarriers(desk)).toEqual([]);
  await desk.getByLabel('Code from the app').fill(await codeOf(key));
  await desk.getByRole('button', { name: 'Confirm code' }).click();
  const [first, second] = await keepCodes(desk);
  await desk.getByText('10 recovery codes are left.').waitFor();

  const phone = await journey.person({ ...PHONE, colorScheme: 'dark' });
  await signInHalf(phone, CAREFUL);
  expect(await findBarriers(phone)).toEqual([]);
  await phone.getByLabel('Code', { exact: true }).fill(await codeOf(key, 30));
  await phone.getByRole('button', { name: 'Confirm' }).click();
  await inbox(phone);

  await section(desk, 'Sessions');
  await desk.getByText('This device').waitFor();
  await desk.getByRole('button', { name: /^End Chrome on / }).click();
  await desk.getByRole('button', { name: /^End / }).waitFor({ state: 'detached' });
  await desk.getByRole('heading', { name: 'Sessions' }).and(desk.locator(':focus')).waitFor();
  await signInHalf(phone, CAREFUL);
  await giveRecoveryCode(phone, first);
  await inbox(phone);
  await logOut(phone);
  await signInHalf(phone, CAREFUL);
  await giveRecoveryCode(phone, first);
  await phone.getByRole('alert').getByText('This code is not right.').waitFor();
  await phone.getByLabel('Recovery code').fill(second ?? '');
  await phone.getByRole('button', { name: 'Confirm' }).click();
  await inbox(phone);
  expect(journey.pageErrors).toEqual([]);
}, 120_000);

test('a passkey alone lets its owner in, and once it is removed nobody', async () => {
  deskKeys = await addAuthenticator(desk);
  await section(desk, 'Passkeys');
  await namePasskey(desk, 'Desk at home');
  await desk.getByRole('list', { name: 'Your passkeys' }).getByText('Desk at home').waitFor();
  expect(await findBarriers(desk)).toEqual([]);
  await logOut(desk);
  await desk.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await inbox(desk);
  await desk.goto(`${journey.product.origin}/portal/settings/passkeys`);
  await desk.setViewportSize(PHONE.viewport);
  await desk.getByRole('button', { name: 'Remove Desk at home' }).click();
  await desk.getByRole('dialog').waitFor();
  expect(await findBarriers(desk)).toEqual([]);
  await desk.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await desk.getByText('You have no passkeys yet.').waitFor();
  await desk.getByRole('heading', { name: 'Passkeys' }).and(desk.locator(':focus')).waitFor();
  await desk.setViewportSize(DESK.viewport);
  await logOut(desk);
  await desk.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await desk.getByRole('alert').getByText('This passkey did not work here.').waitFor();
  expect(journey.pageErrors).toEqual([]);
}, 120_000);

test('where a second step is required nothing opens before one is set up, and the passkey of somebody else is none', async () => {
  await journey.product.kill();
  await journey.product.start({ SECOND_STEP: 'required' });
  const phone = await journey.person(PHONE);
  const phoneKeys = await addAuthenticator(phone);
  await enrol(phone, OTHER);
  await phone.getByRole('heading', { name: 'Protect your messages' }).waitFor();
  await phone.goto(`${journey.product.origin}/portal/inbox`);
  await phone.getByRole('heading', { name: 'Protect your messages' }).waitFor();
  expect(await findBarriers(phone)).toEqual([]);
  await namePasskey(phone, 'My phone');
  const [code] = await keepCodes(phone);
  await inbox(phone);
  await logOut(phone);
  await phone.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await inbox(phone);

  // A browser offers only what it has under the id that is asked for, so the desk's own passkey poses as the phone's.
  await deskKeys.pose(await phoneKeys.passkeyId());
  await signInHalf(desk, OTHER);
  await desk.getByRole('button', { name: 'Use a passkey' }).click();
  await desk.getByRole('alert').getByText('This passkey did not work here.').waitFor();
  await giveRecoveryCode(desk, code);
  await inbox(desk);

  // Who has lost everything is helped by the organisation, and begins anew.
  const helped = await journey.product.run('server/manage-account.ts', 'reset-second-step', OTHER);
  expect(helped).toMatchObject({ exitCode: 0, printed: expect.stringContaining(OTHER) });
  await phone.goto(`${journey.product.origin}/portal/inbox`);
  await signIn(phone, JOURNEY_PASSWORD, OTHER);
  await phone.getByRole('heading', { name: 'Protect your messages' }).waitFor();
  await phone.getByRole('button', { name: 'Set up an authenticator app' }).click();
  const key = (await phone.getByText(/^(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()).replaceAll(' ', '');
  await phone.getByLabel('Code from the app').fill(await codeOf(key));
  await phone.getByRole('button', { name: 'Confirm code' }).click();
  await keepCodes(phone);
  await inbox(phone);
  expect(journey.pageErrors).toEqual([]);
}, 120_000);
