import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { exampleFiles } from '../../demo/outlook/example-files.ts';
import { countActions } from '../support/count-actions.ts';
import { openOutlook, openPane, sendSecurely, waitUntilAccepted, writeDraft } from '../support/outlook-page.ts';
import { JOURNEY_PASSWORD } from '../support/journey-password.ts';
import { linkIn } from '../support/link-in.ts';
import { download, enrolByLink, readBody, signIn } from '../support/portal-page.ts';
import { addAuthenticator } from '../support/virtual-authenticator.ts';
import { wordHtml } from '../support/word-html.ts';
import { PHONE, useProduct } from '../support/use-product.ts';

const journey = useProduct();

test('the mail that stands ready in Outlook goes to the portal as it is, and its answer comes back', async () => {
  const files = exampleFiles();
  const alex = await journey.person();
  await alex.goto(`${journey.product.origin}/demo/outlook`);
  await alex.getByRole('list', { name: 'Attachments' }).getByText('Röntgenbild für Pat 😊.bmp').waitFor();
  expect(files.map(({ size }) => size > 20_000_000)).toEqual([false, false, true]);
  await sendSecurely(alex, 4);
  await alex
    .getByText(/discarded/i)
    .first()
    .waitFor();

  const recipients = ['pat@client.example', 'kim@partner.example', 'sam@client.example', 'jo@insurer.example'];
  for (const address of recipients) {
    const mails = await journey.product.mailsTo(address);
    expect(mails[0]?.subject).toBe('Secure message from Alex Morgan');
    expect(mails[0]?.text).not.toMatch(/scan\.pdf|Dear Pat|scan results/);
  }
  // A little longer, for one too many.
  await new Promise((resolve) => setTimeout(resolve, 2000));
  for (const address of recipients) expect(await journey.product.mailsTo(address)).toHaveLength(1);

  const pat = await journey.person();
  await enrolByLink(pat, journey.product, 'pat@client.example');
  await pat.getByRole('heading', { name: 'Your scan results' }).waitFor();
  const body = await readBody(pat);
  expect(body).toContain('Dear Pat');
  const shown = pat.frameLocator('iframe[src="/frame"]');
  expect(await shown.locator('table td').count()).toBeGreaterThanOrEqual(4);
  await shown.locator('img[src^="blob:"]').first().waitFor();
  expect(
    await shown
      .locator('img[src^="blob:"]')
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0);
  expect(await pat.getByText('jo@insurer.example').count()).toBe(0);

  for (const file of files) {
    const saved = await download(pat, new RegExp(file.name.replace('.', '\\.')));
    expect(saved.name).toBe(file.name);
    expect(saved.bytes.equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
  }

  await pat.getByRole('button', { name: 'Reply', exact: true }).click();
  await pat.getByRole('textbox', { name: 'Your reply' }).fill('Thank you, Alex.\nSee you on Monday <3');
  const answers = [
    { name: 'consent.txt', mimeType: 'text/plain', buffer: Buffer.from('I agree.\r\n') },
    { name: 'Foto größer.png', mimeType: 'image/png', buffer: randomBytes(60_000) },
  ];
  await pat.locator('input[type=file]').setInputFiles(answers);
  await pat.getByRole('button', { name: 'Send', exact: true }).click();

  const copy = await journey.product.mailAbout('alex@harbour.example', '[Secure] Your scan results');
  expect(copy.attachments.map(({ filename }) => filename)).toEqual(expect.arrayContaining(files.map(({ name }) => name)));
  const reply = await journey.product.mailAbout('alex@harbour.example', '[Secure] Re: Your scan results');
  const parsed = await PostalMime.parse(await journey.product.source(reply.id));
  expect(parsed.text).toContain('See you on Monday <3');
  expect(parsed.replyTo?.[0]?.address).toBe('pat@client.example');
  for (const file of answers) {
    const attached = parsed.attachments.find((attachment) => attachment.filename === file.name);
    expect(Buffer.from((attached?.content ?? new ArrayBuffer(0)) as ArrayBuffer).equals(file.buffer)).toBe(true);
  }

  await pat.getByRole('link', { name: /^Sent/ }).click();
  await pat.getByText('Re: Your scan results').first().waitFor();
  await pat.getByRole('button', { name: 'Account' }).click();
  await pat.getByRole('menuitem', { name: 'Log out' }).click();
  await pat.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(journey.pageErrors).toEqual([]);
}, 180_000);

test('somebody who has an account signs in by the link and lands on the message', async () => {
  const pat = await journey.person();
  await pat.goto(linkIn(await journey.product.notificationTo('pat@client.example')));
  await signIn(pat, JOURNEY_PASSWORD, 'pat@client.example');
  await pat.getByRole('heading', { name: 'Your scan results' }).waitFor();
}, 60_000);

test('what Alex answers from Outlook joins the conversation that Pat sees', async () => {
  const reply = (await journey.product.mailsTo('alex@harbour.example')).find((mail) =>
    mail.subject.includes('Re: Your scan results'),
  );
  const alex = await journey.person();
  await alex.goto(`${journey.product.origin}/demo/mail?mail=${reply?.id ?? ''}`);
  await alex.getByRole('link', { name: 'Answer in Outlook' }).click();
  const pane = await openPane(alex);
  await pane.getByText('This answers a secure message.').waitFor();
  await pane.getByRole('button', { name: 'Send Secure' }).click();
  await waitUntilAccepted(alex, 1);
  await journey.product.mailsTo('pat@client.example', 3);

  const pat = await journey.person();
  await pat.goto(`${journey.product.origin}/portal`);
  await signIn(pat, JOURNEY_PASSWORD, 'pat@client.example');
  await pat
    .getByRole('link', { name: /RE: .*Your scan results/ })
    .first()
    .click();
  await pat.getByText('2 other messages in this conversation').click();
  await pat.getByRole('list', { name: 'Conversation' }).getByRole('link', { name: 'From Alex Morgan' }).click();
  await pat.getByRole('heading', { name: 'Your scan results', exact: true }).waitFor();
}, 90_000);

test('the first minute: how much there is to do between the notification and the message', async () => {
  const address = 'first-minute@client.example';
  const alex = await journey.person();
  await openOutlook(alex, journey.product.origin);
  await writeDraft(alex, { to: address, subject: 'For you', html: wordHtml });
  await sendSecurely(alex, 1);
  const notification = await journey.product.notificationTo(address);

  const reader = await journey.person(PHONE);
  const firstTime = await countActions(reader);
  await reader.goto(linkIn(notification));
  await reader.getByRole('button', { name: 'Send me a code' }).tap();
  const mails = await journey.product.mailsTo(address, 2);
  await reader.keyboard.type(
    /\b(\d{4}) (\d{4})\b/
      .exec(mails[0]?.text ?? '')
      ?.slice(1)
      .join('') ?? '',
  );
  for (const name of ['New password', 'Confirm password']) {
    await reader.getByLabel(name, { exact: true }).tap();
    await reader.keyboard.type(JOURNEY_PASSWORD);
  }
  await reader.getByRole('button', { name: 'Confirm', exact: true }).tap();
  await reader.getByRole('heading', { name: 'Sign in' }).waitFor();
  await logIn(reader);
  await reader.frameLocator('iframe[src="/frame"]').getByRole('img', { name: 'A red square' }).waitFor();
  const first = { ...firstTime(), mails: mails.length };

  const again = await journey.person(PHONE);
  const returning = await countActions(again);
  await again.goto(linkIn(notification));
  await again.getByLabel('E-mail address', { exact: true }).waitFor();
  await again.keyboard.type(address);
  await logIn(again);
  const later = { ...returning(), mails: (await journey.product.mailsTo(address)).length - mails.length };

  await addAuthenticator(again);
  await again.goto(`${journey.product.origin}/portal/settings/passkeys`);
  await again.getByRole('button', { name: 'Add a passkey' }).tap();
  await again.getByRole('button', { name: 'Add passkey' }).tap();
  await again
    .getByRole('list', { name: /codes|passkeys/ })
    .first()
    .waitFor();
  await again.context().clearCookies();
  const byPasskey = returning();
  await again.goto(linkIn(notification));
  await again.getByRole('button', { name: 'Sign in with a passkey' }).tap();
  await readBody(again);
  const withPasskey = { clicks: returning().clicks - byPasskey.clicks, keys: returning().keys - byPasskey.keys, mails: 0 };

  const ways = { 'first time': first, 'returning, by password': later, 'returning, by passkey': withPasskey };
  for (const [way, { clicks, keys, mails: received }] of Object.entries(ways))
    process.stdout.write(`The first minute, ${way}: ${clicks} taps, ${keys} keys, ${received} mails\n`);
  expect(first).toMatchObject({ clicks: 6, mails: 2 });
  expect(later).toMatchObject({ clicks: 2, mails: 0 });
  expect(withPasskey).toEqual({ clicks: 1, keys: 0, mails: 0 });
}, 120_000);

/** On *Sign in*, the address typed: both steps, to the message. */
async function logIn(reader: Page): Promise<void> {
  await reader.getByRole('button', { name: 'Next' }).tap();
  await reader.getByLabel('Password', { exact: true }).waitFor();
  await reader.keyboard.type(JOURNEY_PASSWORD);
  await reader.getByRole('button', { name: 'Log in' }).tap();
  await readBody(reader);
}
