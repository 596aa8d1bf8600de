import { expect, test } from '@jest/globals';
import type { FrameLocator, Page } from 'playwright-core';
import { sendMessage, uploadAttachment } from '../../contract/send.ts';
import { apiRecipient, openBySubject } from '../support/api-recipient.ts';
import { openOutlook, openPane } from '../support/outlook-page.ts';
import { linkIn } from '../support/link-in.ts';
import { download, enterByLink, readBody } from '../support/portal-page.ts';
import type { CaughtMail } from '../support/product.ts';
import { staffCall, staffUpload } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { useProduct } from '../support/use-product.ts';

const journey = useProduct();
const PAT = 'pat@client.example';
let pat: Page;

/** The Sent tab of the pane in a new window of Alex's. */
async function openSent(): Promise<FrameLocator> {
  const alex = await journey.person();
  await openOutlook(alex, journey.product.origin);
  const pane = await openPane(alex);
  await pane.getByRole('tab', { name: 'Sent' }).click();
  return pane;
}

/** Chooses an action and confirms it. */
async function act(pane: FrameLocator, name: string): Promise<void> {
  await pane.getByRole('group').getByRole('button', { name, exact: true }).click();
  await pane.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  await pane.getByRole('dialog').waitFor({ state: 'detached' });
}

const line = (pane: FrameLocator, words: RegExp) => pane.getByRole('listitem').filter({ hasText: words }).last();

async function sendToPat(subject: string, fileNames: readonly string[] = []): Promise<void> {
  const upload = await staffUpload(journey.product);
  const stored = fileNames.map(async (name) => {
    const { uploadId } = await upload(uploadAttachment, new Blob(['%PDF-1.7']), name);
    return { uploadId, name, contentType: 'application/pdf', contentId: null };
  });
  const attachments = await Promise.all(stored);
  await (
    await staffCall(journey.product)
  )(sendMessage, aMessage({ subject, attachments }));
}

/** The newest notification to Pat, once there are so many. */
async function notification(count: number): Promise<CaughtMail> {
  for (;;) {
    const mails = (await journey.product.mailsTo(PAT)).filter(({ subject }) => subject.startsWith('Secure message'));
    if (mails[0] && mails.length >= count) return mails[0];
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

test('the sender watches what happens, and a recall while it is read holds from the very next request on', async () => {
  await sendToPat('Your scan results', ['scan.pdf']);
  await notification(1);
  const pane = await openSent();
  await pane.getByRole('button', { name: /Your scan results/ }).click();
  await line(pane, /^Notified/).waitFor();

  pat = await journey.person();
  await enterByLink(pat, journey.product, PAT);
  expect(await readBody(pat)).toContain('all is well');
  await line(pane, /^Opened/).waitFor();
  await download(pat, /scan\.pdf/);
  await line(pane, /^Downloaded scan\.pdf/).waitFor();

  await pane.getByRole('button', { name: 'More' }).click();
  await pane.getByRole('menuitem', { name: 'End now' }).waitFor();
  // What a menu brings with it does not hide the page.
  const tab = pane.getByRole('tab', { name: 'Send' });
  expect(await tab.evaluate((own) => document.elementFromPoint(own.getBoundingClientRect().x + 20, 20) === own)).toBe(true);
  await pane.getByRole('menuitem', { name: 'End now' }).press('Escape');
  await act(pane, 'Recall');
  await pane.getByText('Recalled. It can no longer be opened.').waitFor();
  await pat.reload();
  await pat.getByRole('heading', { name: 'This message was taken back' }).waitFor();
}, 120_000);

test('a reader who asked for more time gets it, and a new notification', async () => {
  await sendToPat('Your appointment');
  const first = await notification(2);
  const pane = await openSent();
  const search = pane.getByRole('searchbox', { name: 'Search sent messages' });
  await line(pane, /Your appointment/).waitFor();
  await search.fill('appointm pat');
  await search.press('Enter');
  await pane
    .getByRole('list', { name: 'Found messages' })
    .getByRole('button', { name: /Your appointment/ })
    .click();
  await pane.getByRole('button', { name: 'More' }).click();
  await pane.getByRole('menuitem', { name: 'End now' }).click();
  await pane.getByRole('dialog').getByRole('button', { name: 'End now' }).click();
  await line(pane, /^Expired/).waitFor();
  await pat.goto(linkIn(first));
  await pat.getByRole('button', { name: 'Ask the sender for more time' }).click();
  await line(pane, /^Asked for more time/).waitFor();
  await act(pane, 'Extend');
  await line(pane, /^Readable until/).waitFor();
  await pat.goto(linkIn(await notification(3)));
  expect(await readBody(pat)).toContain('all is well');
}, 120_000);

test('a corrected address: the old link leads nowhere, the new address reads', async () => {
  await sendToPat('For Kim alone');
  const wrong = await notification(4);
  const pane = await openSent();
  await pane.getByRole('button', { name: /For Kim alone/ }).click();
  await pane.getByRole('button', { name: 'More' }).click();
  await pane.getByRole('menuitem', { name: 'Correct the address' }).click();
  await pane.getByLabel('New e-mail address').fill('kim@client.example');
  await pane.getByRole('dialog').getByRole('button', { name: 'Correct the address' }).click();
  await pane.getByText('Corrected. The message goes to the new address.').waitFor();
  await pat.goto(linkIn(wrong));
  await pat.getByRole('heading', { name: 'This message was taken back' }).waitFor();
  const kim = await journey.person();
  await enterByLink(kim, journey.product, 'kim@client.example');
  expect(await readBody(kim)).toContain('all is well');
  await line(pane, /^Opened/).waitFor();
}, 120_000);

test('a mail that comes back is shown with its reason while one looks on, and goes to the right address at last', async () => {
  const call = await staffCall(journey.product);
  const recipients = ['lee@client.example', 'nobody@client.example'].map((address) => ({ address, kind: 'to' as const }));
  await call(sendMessage, aMessage({ subject: 'Your bill', recipients }));
  const pane = await openSent();
  await pane.getByRole('button', { name: /Your bill/ }).click();
  const card = (address: string) => pane.getByRole('listitem').filter({ has: pane.getByRole('button', { name: address }) });
  const open = (address: string) => card(address).getByRole('button', { name: address }).click();
  const correct = async (wrong: string, right: string) => {
    await card(wrong).getByRole('button', { name: 'Correct the address' }).click();
    await pane.getByLabel('New e-mail address').fill(right);
    await pane.getByRole('dialog').getByRole('button', { name: 'Correct the address' }).click();
    await pane.getByText('Corrected. The message goes to the new address.').waitFor();
  };
  await card('nobody@')
    .getByText(/^Not delivered .*: this address does not exist$/)
    .waitFor();
  await correct('nobody@', 'full@client.example');
  await open('full@');
  await card('full@')
    .getByText(/^Not delivered .*: the mailbox is full$/)
    .waitFor();
  await correct('full@', 'robin@client.example');
  const robin = await apiRecipient(journey.product, 'robin@client.example');
  expect((await openBySubject(robin, 'Your bill'))?.html).toContain('all is well');
  await open('robin@');
  await line(pane, /^Opened/).waitFor();
  const told = (await journey.product.mailsTo('alex@harbour.example')).map(({ subject }) => subject);
  expect(told).toEqual(
    expect.arrayContaining(['Not delivered to nobody@client.example', 'Not delivered to full@client.example']),
  );
  expect(journey.pageErrors).toEqual([]);
}, 120_000);
