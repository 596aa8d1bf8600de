import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openOutlook, openPane, sendSecurely, writeDraft } from '../support/outlook-page.ts';
import { JOURNEY_PASSWORD } from '../support/journey-password.ts';
import { linkIn } from '../support/link-in.ts';
import { enrolByLink, readBody, setPassword, signIn } from '../support/portal-page.ts';
import { PHONE, useProduct } from '../support/use-product.ts';

const journey = useProduct();

async function sendTo(address: string, subject: string): Promise<string> {
  const alex = await journey.person();
  await openOutlook(alex, journey.product.origin);
  await writeDraft(alex, { to: address, subject, html: '<p>For your eyes.</p>' });
  await sendSecurely(alex, 1);
  const notification = await journey.product.notificationTo(address);
  await alex.context().close();
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
  for (const page of await linksOn(scanner)) {
    await scanner.goto(page);
    await pressEverything(scanner);
  }
  const [, ...more] = (await journey.product.mailsTo(address)).filter(({ subject }) => !subject.startsWith('Secure message'));
  expect(more.length).toBeLessThanOrEqual(5);
  expect(await standingOf('Scanned')).toMatch(/Not opened yet/);

  // The account is closed still, and what the scanner had mailed is as good as what the reader would ask for.
  const reader = await journey.person();
  await reader.goto(link);
  await reader.getByRole('heading', { name: 'Create your password' }).waitFor();
  await reader.getByRole('button', { name: 'I have a code already' }).click();
  await setPassword(reader, (await journey.product.codesTo(address))[0] ?? '');
  await signIn(reader, JOURNEY_PASSWORD);
  expect(await readBody(reader)).toContain('For your eyes.');
}, 180_000);

test('a link opened while somebody else is signed in says for whom it is and offers to switch', async () => {
  const first = await sendTo('first@client.example', 'For the first');
  const reader = await journey.person(PHONE);
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

/** What the sender's list of sent messages says of one. */
async function standingOf(subject: string): Promise<string> {
  const alex = await journey.person();
  await openOutlook(alex, journey.product.origin);
  const pane = await openPane(alex);
  await pane.getByRole('tab', { name: 'Sent' }).click();
  const line = pane.getByRole('listitem').filter({ hasText: subject });
  await line.waitFor();
  return line.innerText();
}

/** Presses each button that a page shows, and each that appears for it, as a scanner in a sandbox does. */
async function pressEverything(page: Page): Promise<void> {
  const pressed = new Set<string>();
  for (;;) {
    await page.waitForLoadState('networkidle');
    const names = await page.getByRole('button').allInnerTexts();
    const at = names.findIndex((name) => !pressed.has(name));
    if (at < 0) return;
    pressed.add(names[at] ?? '');
    const button = page.getByRole('button').nth(at);
    if (await button.isEnabled().catch(() => false)) await button.click({ timeout: 2000 }).catch(() => undefined);
  }
}

/** The pages of ours that a page leads to. */
async function linksOn(page: Page): Promise<string[]> {
  const links = await page.getByRole('link').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  return [...new Set(links)].filter((href) => href.startsWith(journey.product.origin));
}
