import type { Page } from 'playwright-core';
import { apiRecipient } from './api-recipient.ts';
import { JOURNEY_PASSWORD } from './journey-password.ts';
import { linkIn } from './link-in.ts';
import type { Product } from './product.ts';

/** Follows a notification's link as somebody new: a code by mail, a password, signing in; ends at the message. */
export async function enrolByLink(page: Page, product: Product, address: string): Promise<void> {
  await page.goto(linkIn(await product.notificationTo(address)));
  await page.getByRole('heading', { name: 'Create your password' }).waitFor();
  await createPassword(page, product, address);
  await signIn(page, JOURNEY_PASSWORD);
}

/** Follows a notification's link as somebody who has just created a password and signed in without being watched; ends at the message. */
export async function enterByLink(page: Page, product: Product, address: string): Promise<void> {
  const { cookies } = await apiRecipient(product, address);
  await keepCookies(page, product, [...cookies]);
  await page.goto(linkIn(await product.notificationTo(address)));
}

/** Goes in another browser, such as a telephone, to where somebody stands, as the same person in the same session. */
export async function joinReader(page: Page, product: Product, reader: Page): Promise<void> {
  const cookies = await reader.context().cookies();
  await keepCookies(
    page,
    product,
    cookies.map(({ name, value }) => [name, value]),
  );
  await page.goto(reader.url());
}

async function keepCookies(page: Page, product: Product, cookies: readonly (readonly [string, string])[]): Promise<void> {
  // A cookie that only its own host may set is taken from a secure address alone; of ports cookies know nothing.
  const url = `https://${new URL(product.origin).hostname}`;
  await page.context().addCookies(cookies.map(([name, value]) => ({ name, value, url, httpOnly: true })));
}

/** On *Create your password*: asks for a code, takes it from the mail and confirms a password. */
export async function createPassword(page: Page, product: Product, address: string, password = JOURNEY_PASSWORD): Promise<void> {
  const before = await product.codesTo(address, 0);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await setPassword(page, (await product.codesTo(address, before.length + 1))[0] ?? '', password);
}

/** Where a code is asked for: gives it and confirms a password. */
export async function setPassword(page: Page, code: string, password = JOURNEY_PASSWORD): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('Confirm password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
}

/** On *Sign in*: both steps; the address is typed unless it stands there already. */
export async function signIn(page: Page, password: string, address?: string): Promise<void> {
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  if (address !== undefined) await page.getByLabel('E-mail address', { exact: true }).fill(address);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

/** The text of the open message, from its frame. */
export async function readBody(page: Page): Promise<string> {
  const body = page.frameLocator('iframe[src="/frame"]').locator('#message');
  await body.waitFor();
  return body.innerText();
}

/** The bytes of a download that a link starts. */
export async function download(page: Page, name: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [started] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await started.createReadStream()) chunks.push(chunk as Buffer);
  return { name: started.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
