import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import * as mailbox from '../../contract/mailbox.ts';
import type { ProfileName } from '../../demo/outlook/outlook-profile.ts';
import { apiRecipient, openBySubject } from '../support/api-recipient.ts';
import type { Client } from '../support/client.ts';
import { aPng } from '../support/make-files.ts';
import { openPane, waitUntilAccepted, writeDraft } from '../support/outlook-page.ts';
import { readPane } from '../support/pane-page.ts';
import { useProduct } from '../support/use-product.ts';

const journey = useProduct();

const PAT = 'pat@client.example';
const scan = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: randomBytes(3000) };
const picture = aPng(40, 20);
const text = `<p class="MsoNormal">Dear Pat, all is well.</p><p><img src="data:image/png;base64,${picture.toString('base64')}"></p><p>Alex</p>`;

/** As Word and Outlook say how their paragraphs look: the weaker rule comes last. */
const sheets =
  '<style>p.MsoNormal{margin:0cm 0cm 8pt;color:#a00!important}</style><style>P{margin-top:0;margin-bottom:0;color:#0a0}</style>';
const shaped = '<p class="MsoNormal" style="margin: 0cm 0cm 8pt; color: rgb(170, 0, 0) !important;">Dear Pat';

/** What the pane says beside what it shows, in each Outlook that a message can be sent from. */
const sendable: Partial<Record<ProfileName, RegExp>> = {
  'mailbox-1.16': /1 picture in the text/,
  'mailbox-1.14': /1 picture in the text/,
  'mailbox-1.8': /1 picture in the text/,
  'pictures-other-names': /1 picture in the text/,
  'pictures-data': /1 picture in the text/,
  'pictures-no-place': /does not say where one picture stands/,
  'stale-text': /1 picture in the text/,
  slow: /1 picture in the text/,
  'shared-mailbox': /reception@harbour\.example/,
  'distribution-list': /everybody on this list gets the message/,
  'sign-in-window': /1 picture in the text/,
  black: /1 picture in the text/,
};

/** What keeps a message back elsewhere, and what to do. */
const held: Partial<Record<ProfileName, readonly RegExp[]>> = {
  'cloud-file': [/“scan\.pdf” cannot be sent/, /link to a cloud file\. Attach it as a copy, or remove it/],
  'attached-mail': [/“scan\.pdf” cannot be sent/, /a mail or an appointment\. Save it as a file/],
  'attached-appointment': [/“scan\.pdf” cannot be sent/, /a mail or an appointment\. Save it as a file/],
  'empty-content': [/“scan\.pdf” cannot be sent/, /hands over an empty file/],
  'throwing-item': [/“scan\.pdf” cannot be sent/, /Remove it and attach it again/],
  unresolved: [/Outlook has not resolved any recipient yet/],
  'send-as': [/cannot send from lee@harbour\.example/, /Sign in with another account/],
  'no-consent': [/has not allowed this add-in/, /IT department/],
  'sign-in-away': [/does not answer at the moment/, /try again in a minute/],
};

async function writeAs(page: Page, profile: ProfileName, changes: Parameters<typeof writeDraft>[1] = {}): Promise<FrameLocator> {
  await page.goto(`${journey.product.origin}/demo/outlook?profile=${profile}&draft=empty`);
  // The sign-in library keeps tokens, which another Outlook would not have.
  await page.evaluate(() => sessionStorage.clear());
  await page.getByRole('button', { name: 'New draft' }).click();
  await writeDraft(page, { to: `Pat Doe <${PAT}>`, subject: `Results ${profile}`, html: text, files: [scan], ...changes });
  await page.getByLabel('Message body').evaluate((body, html) => {
    body.insertAdjacentHTML('beforeend', html);
    body.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, sheets);
  if (changes.files === undefined) await page.getByRole('list', { name: 'Attachments' }).waitFor();
  return openPane(page);
}

async function hexOf(client: Client, deliveryId: string, attachmentId: string): Promise<string> {
  const path = mailbox.downloadAttachment.path.replace(':deliveryId', deliveryId).replace(':attachmentId', attachmentId);
  return Buffer.from(await (await client.fetch(path)).arrayBuffer()).toString('hex');
}

test('what the pane shows before sending is what arrives, whichever Outlook hands it over', async () => {
  const shown = new Map<string, Awaited<ReturnType<typeof readPane>>>();
  const waiting = Object.entries(sendable);
  const send = async () => {
    const alex = await journey.person();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [profile, says] = next;
      const pane = await writeAs(alex, profile as ProfileName);
      const seen = await readPane(pane);
      expect([profile, seen.notices]).toEqual([profile, expect.stringMatching(says)]);
      shown.set(profile, seen);
      await pane.getByRole('button', { name: 'Send Secure' }).click();
      await pane.getByText('Accepted for 1 recipient').waitFor();
    }
  };
  await Promise.all([send(), send()]);

  const pat = await apiRecipient(journey.product, PAT);
  for (const [profile, seen] of shown) {
    await journey.product.mailsTo(PAT, shown.size);
    const opened = await openBySubject(pat, seen.subject);
    if (!opened) throw new Error(`no message from ${profile}`);
    expect(seen.people).toContain(PAT);
    expect(seen.subject).toBe(`Results ${profile}`);
    expect(wordsOf(opened.html)).toBe(wordsOf(seen.text));
    expect(opened.html).toContain(shaped);
    const contents = await Promise.all(opened.attachments.map((file) => hexOf(pat, opened.deliveryId, file.attachmentId)));
    expect([profile, new Set(contents)]).toEqual([
      profile,
      new Set([scan.buffer, picture].map((bytes) => bytes.toString('hex'))),
    ]);
    const listed = opened.attachments.filter(({ name }) => seen.files.some((file) => file.startsWith(name)));
    expect([profile, listed.length]).toEqual([profile, profile === 'pictures-no-place' ? 2 : 1]);
  }
  expect(journey.pageErrors).toEqual([]);
}, 120_000);

const wordsOf = (content: string) =>
  content
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test('what cannot go out is named with what to do, and goes out once it is removed', async () => {
  const waiting = Object.entries(held);
  const tryToSend = async () => {
    const alex = await journey.person();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [profile, says] = next;
      const pane = await writeAs(alex, profile as ProfileName);
      const button = pane.getByRole('button', { name: 'Send Secure' });
      await button
        .or(pane.getByRole('button', { name: 'Try again' }))
        .first()
        .waitFor();
      if (await button.isVisible()) await button.click();
      const alert = pane.getByRole('alert');
      await alert.waitFor().catch((cause: unknown) => {
        throw new Error(`nothing is said in ${profile}`, { cause });
      });
      for (const word of says)
        expect([profile, await pane.locator('main').innerText()]).toEqual([profile, expect.stringMatching(word)]);
      if (profile !== 'cloud-file') continue;
      await alex.getByRole('button', { name: 'Remove scan.pdf' }).click();
      await button.click();
      await waitUntilAccepted(alex, 1);
    }
  };
  await Promise.all([tryToSend(), tryToSend()]);
}, 90_000);
