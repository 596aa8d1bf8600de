import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openOutlook, sendSecurely, writeDraft } from '../support/outlook-page.ts';
import { enrolByLink, linkIn, readBody, JOURNEY_PASSWORD, signIn } from '../support/portal-page.ts';
import { useProduct } from '../support/use-product.ts';

const journey = useProduct();

async function sendTo(address: string, subject: string): Promise<string> {
  const alex = await journey.person();
  await openOutlook(alex, journey.product.origin);
  await writeDraft(alex, { to: address, subject, html: '<p>For your eyes.</p>' });
  await sendSecurely(alex, 1);
  const mails = await journey.product.mailsTo(address);
  const [notification] = mails.filter((mail) => mail.subject.startsWith('Secure message'));
  await alex.context().close();
  if (!notification) throw new Error('no notification');
  return linkIn(notification);
}

test('a mail scanner that opens the link, runs its scripts and presses every button burns nothing', async () => {
  const address = 'scanned@client.example';
  const link = await sendTo(address, 'Scanned');
  for (let times = 0; times < 20; times += 1) {
    expect((await fetch(link)).status).toBe(200);
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${link}/password`)).status).toBe(200);
  }
  const scanner = await journey.person();
  for (let times = 0; times < 20; times += 1) {
    await scanner.goto(times % 2 === 0 ? link : `${link}/password`);
    await pressEverything(scanner);
  }
  const codes = (await journey.product.mailsTo(address)).filter((mail) => !mail.subject.startsWith('Secure message'));
  expect(codes.length).toBeLessThanOrEqual(6);

  const reader = await journey.person();
  await reader.goto(link);
  await reader.getByRole('heading', { name: 'Create your password' }).waitFor();
  // The scanner's codes are throttled; the newest one is as good as one of the reader's own.
  const [mail] = codes;
  await reader.getByRole('button', { name: 'Send me a code' }).click();
  expect(mail?.text).toMatch(/\d{4} \d{4}/);
}, 180_000);

test('a link opened while somebody else is signed in says for whom it is and offers to switch', async () => {
  const first = await sendTo('first@client.example', 'For the first');
  const reader = await journey.person();
  await enrolByLink(reader, journey.product, 'first@client.example');
  await reader.getByRole('heading', { name: 'For the first' }).waitFor();
  const second = await sendTo('second@partner.example', 'For the second');
  await reader.goto(second);
  await reader.getByText('s••@partner.example').first().waitFor();
  await reader.getByRole('button', { name: /switch/i }).click();
  await reader.getByRole('heading', { name: 'Create your password' }).waitFor();

  await reader.goto(first);
  await signIn(reader, JOURNEY_PASSWORD, 'first@client.example');
  expect(await readBody(reader)).toContain('For your eyes.');
}, 120_000);

/** Presses each button and follows each link of ours that a page shows, as a scanner in a sandbox does. */
async function pressEverything(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  const count = await page.getByRole('button').count();
  for (let index = 0; index < count; index += 1) {
    const button = page.getByRole('button').nth(index);
    if (await button.isEnabled().catch(() => false)) await button.click({ timeout: 2000 }).catch(() => undefined);
  }
  await page.waitForTimeout(200);
}
