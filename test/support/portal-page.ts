import type { Page } from 'playwright-core';
import type { CaughtMail, Product } from './product.ts';

export const JOURNEY_PASSWORD = 'Harvest-Moon-42-Lantern';

/** The one link of a notification. */
export function linkIn({ text }: CaughtMail): string {
  const [link] = /https?:\/\/\S+\/m\/[\w-]{22}(?![\w/-])/.exec(text) ?? [];
  if (link === undefined) throw new Error('the mail holds no link to a message');
  return link;
}

/** Follows a notification's link as somebody new: a code by mail, a password, signing in; ends at the message. */
export async function enrolByLink(page: Page, product: Product, address: string): Promise<void> {
  const [notification] = await product.mailsTo(address);
  if (!notification) throw new Error('no notification');
  await page.goto(linkIn(notification));
  await page.getByRole('heading', { name: 'Create your password' }).waitFor();
  await createPassword(page, product, address);
  await signIn(page, JOURNEY_PASSWORD);
}

/** On *Create your password*: asks for a code, takes it from the mail and confirms a password. */
export async function createPassword(page: Page, product: Product, address: string, password = JOURNEY_PASSWORD): Promise<void> {
  const before = (await product.mailsTo(address)).length;
  await page.getByRole('button', { name: 'Send me a code' }).click();
  const [mail] = await product.mailsTo(address, before + 1);
  await setPassword(page, mail, password);
}

/** Where a code is asked for: takes it from its mail and confirms a password. */
export async function setPassword(page: Page, mail: CaughtMail | undefined, password = JOURNEY_PASSWORD): Promise<void> {
  const code = /\b\d{4} \d{4}\b/.exec(mail?.text ?? '')?.[0] ?? '';
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
