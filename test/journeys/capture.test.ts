import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { type ProfileName, outlookProfiles } from '../../demo/outlook/outlook-profile.ts';
import { apiRecipient, openBySubject } from '../support/api-recipient.ts';
import type { Client } from '../support/client.ts';
import { hexOf } from '../support/hex-of.ts';
import { aPng } from '../support/make-files.ts';
import { openPane, waitUntilAccepted, writeDraft } from '../support/outlook-page.ts';
import { type ShownDraft, readPane } from '../support/pane-page.ts';
import { useProduct } from '../support/use-product.ts';

const journey = useProduct();

const PAT = 'pat@client.example';
const SAM = 'sam@client.example';
const JO = 'jo@insurer.example';
const scan = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: randomBytes(3000) };
/** In the order in which they stand in the text. */
const pictures = [aPng(40, 20), aPng(30, 30)];
const [first, second] = pictures.map((bytes) => `<img src="data:image/png;base64,${bytes.toString('base64')}">`);
const text = `<p class="MsoNormal">Dear Pat, all is well.</p><p>${first}</p><p>Later: ${second}</p><p>Alex</p>`;

/** As Word and Outlook say how their paragraphs look: the weaker rule comes last. */
const sheets =
  '<style>p.MsoNormal{margin:0cm 0cm 8pt;color:#a00!important}</style><style>P{margin-top:0;margin-bottom:0;color:#0a0}</style>';
const shaped = '<p class="MsoNormal" style="margin: 0cm 0cm 8pt; color: rgb(170, 0, 0) !important;">Dear Pat';

/** What the pane says beside what it shows, in each Outlook that a message can be sent from. */
const sendable = {
  'mailbox-1.16': /2 pictures in the text/,
  'mailbox-1.14': /2 pictures in the text/,
  'mailbox-1.8': /2 pictures in the text/,
  'pictures-other-names': /2 pictures in the text/,
  'pictures-data': /2 pictures in the text/,
  'pictures-no-place': /does not say where 2 pictures stand/,
  'stale-text': /2 pictures in the text/,
  classic: /2 pictures in the text/,
  slow: /2 pictures in the text/,
  'shared-mailbox': /reception@harbour\.example/,
  'distribution-list': /everybody on this list gets the message/,
  'sign-in-window': /2 pictures in the text/,
  black: /2 pictures in the text/,
} satisfies Partial<Record<ProfileName, RegExp>>;

/** What keeps a message back elsewhere, and what to do. */
const held = {
  'cloud-file': [/“scan\.pdf” cannot be sent/, /link to a cloud file\. Attach it as a copy, or remove it/],
  'attached-mail': [/“scan\.pdf” cannot be sent/, /a mail or an appointment\. Save it as a PDF/],
  'attached-appointment': [/“scan\.pdf” cannot be sent/, /a mail or an appointment\. Save it as a PDF/],
  'empty-content': [/“scan\.pdf” cannot be sent/, /hands over an empty file/],
  'throwing-item': [/“scan\.pdf” cannot be sent/, /Remove it and attach it again/],
  unresolved: [/Outlook has not resolved any recipient yet/],
  'send-as': [/cannot send from lee@harbour\.example/, /Sign in with another account/],
  'no-consent': [/has not allowed this add-in/, /IT department/],
  'sign-in-away': [/does not answer at the moment/, /try again in a minute/],
} satisfies Partial<Record<ProfileName, readonly RegExp[]>>;

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

/** What is chosen before sending: another thing in each Outlook. */
const choices = ['Allow reply', 'Allow reply all', 'Allow print', 'Tell me when it is opened'];

async function choose(pane: FrameLocator, index: number): Promise<void> {
  const label = choices[index % choices.length] ?? '';
  const box = pane.getByLabel(label, { exact: true });
  await box.setChecked(!(await box.isChecked()));
  if (index % 2 === 0) await pane.getByLabel('Readable for').selectOption({ label: '7 days' });
}

const DAY_MS = 86_400_000;
type Opened = NonNullable<Awaited<ReturnType<typeof openBySubject>>>;

/** What the server has of a message, in the terms of the pane. */
function storedAs({ sender, to, cc, mayReply, mayReplyAll, mayPrint, mayDownload, sentAt, expiresAt }: Opened) {
  const addresses = (people: Opened['to']) => people.map(({ address }) => address);
  return {
    from: sender.address,
    to: addresses(to),
    cc: addresses(cc),
    ticked: { 'Allow reply': mayReply, 'Allow reply all': mayReplyAll, 'Allow print': mayPrint, 'Allow download': mayDownload },
    days: Math.round((Date.parse(expiresAt ?? '') - Date.parse(sentAt)) / DAY_MS),
  };
}

test('every Outlook that can be simulated is tried here', () => {
  expect([...Object.keys(sendable), ...Object.keys(held)].sort()).toEqual(Object.keys(outlookProfiles).sort());
});

test('what the pane shows before sending is what arrives, whichever Outlook hands it over', async () => {
  const shown = new Map<string, ShownDraft>();
  const waiting = Object.entries(sendable);
  const send = async () => {
    const alex = await journey.person();
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [profile, says] = next;
      const pane = await writeAs(alex, profile as ProfileName, { cc: `Sam Hill <${SAM}>`, bcc: `Jo Park <${JO}>` });
      await choose(pane, waiting.length);
      const seen = await readPane(pane);
      expect([profile, seen.notices]).toEqual([profile, expect.stringMatching(says)]);
      shown.set(profile, seen);
      await pane.getByRole('button', { name: 'Send Secure' }).click();
      await pane.getByText('Accepted for 3 recipients').waitFor();
    }
  };
  await Promise.all([send(), send()]);

  // Whom nobody else sees is told all the same, of each message.
  for (const address of [PAT, SAM, JO]) await journey.product.mailsTo(address, shown.size);
  const pat = await apiRecipient(journey.product, PAT);
  for (const [profile, seen] of shown) {
    const opened = await openBySubject(pat, `Results ${profile}`);
    if (!opened) throw new Error(`no message from ${profile}`);
    const { 'Tell me when it is opened': _ofTheSender, ...ticked } = seen.ticked;
    const from = profile === 'shared-mailbox' ? 'reception@harbour.example' : 'alex@harbour.example';
    expect([profile, storedAs(opened)]).toEqual([profile, { from, to: [PAT], cc: [SAM], ticked, days: seen.days }]);
    expect([profile, seen.people.replace(/\s+/g, ' ')]).toEqual([
      profile,
      expect.stringMatching(/To .*pat@.*Cc .*sam@.*Bcc .*jo@/),
    ]);
    expect(seen.people.includes(from)).toBe(profile === 'shared-mailbox');
    expect(seen.subject).toBe(`Results ${profile}`);
    expect(wordsOf(opened.html)).toBe(wordsOf(seen.text));
    expect(opened.html).toContain(shaped);
    await checkFiles(profile, seen, opened, pat);
  }
  expect(journey.pageErrors).toEqual([]);
}, 120_000);

/** Each picture stands where it stood, and every file that the pane lists is there; nothing else is. */
async function checkFiles(profile: string, seen: ShownDraft, { html, attachments, deliveryId }: Opened, reader: Client) {
  const contentOf = async (file?: Opened['attachments'][number]) =>
    file ? hexOf(reader, deliveryId, file.attachmentId) : 'no file';
  const inText = [...html.matchAll(/<img[^>]*src="cid:([^"]*)"/g)].map(([, id]) =>
    attachments.find((file) => file.contentId === id),
  );
  const shownPictures = await Promise.all(inText.map(contentOf));
  const placed = profile === 'pictures-no-place' ? [] : pictures;
  expect([profile, shownPictures]).toEqual([profile, placed.map((bytes) => bytes.toString('hex'))]);
  expect(html.match(/<img/g)?.length ?? 0).toBe(placed.length);
  const listed = attachments.filter(({ contentId }) => contentId === null);
  const names = listed.map(({ name }) => name).sort();
  expect([profile, names]).toEqual([profile, seen.files.map((file) => file.split(' ')[0]).sort()]);
  const files = placed.length === 0 ? [...pictures, scan.buffer] : [scan.buffer];
  const contents = await Promise.all(listed.map(contentOf));
  expect([profile, contents.sort()]).toEqual([profile, files.map((bytes) => bytes.toString('hex')).sort()]);
}

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
