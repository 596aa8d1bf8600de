import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { uploadAttachment } from '../../contract/send.ts';
import { apiRecipient, openBySubject } from '../support/api-recipient.ts';
import { type BreakingLine, openLine } from '../support/breaking-line.ts';
import { hexOf } from '../support/hex-of.ts';
import { openOutlook, openPane, waitUntilAccepted, writeDraft } from '../support/outlook-page.ts';
import { DESK, useProduct } from '../support/use-product.ts';

const journey = useProduct();
let line: BreakingLine;
beforeAll(async () => {
  line = await openLine();
});
afterAll(() => line.close());

test('a send whose answer was lost is tried again and makes one message', async () => {
  const alex = await journey.person();
  await openOutlook(alex, journey.product.origin);
  await writeDraft(alex, { to: 'lost@client.example', subject: 'Once', html: '<p>Only once.</p>' });
  let lostAnswers = 0;
  await alex.route('**/api/send/messages', async (route) => {
    lostAnswers += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  const pane = await openPane(alex);
  await pane.getByRole('button', { name: 'Send Secure' }).click();
  await pane.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 40_000 });
  expect(lostAnswers).toBeGreaterThan(1);
  await alex.unroute('**/api/send/messages');
  await pane.getByRole('button', { name: 'Try again' }).click();
  await pane.getByText('Accepted for 1 recipient').waitFor();
  await onlyOne('lost@client.example');
}, 90_000);

test('a pane that is closed while the answer is on its way finds its message accepted when it opens again', async () => {
  const alex = await journey.person();
  await openOutlook(alex, journey.product.origin);
  await writeDraft(alex, { to: 'reloaded@client.example', subject: 'Reloaded', html: '<p>Only once.</p>' });
  let isAccepted: () => void = () => undefined;
  const accepted = new Promise<void>((resolve) => {
    isAccepted = resolve;
  });
  await alex.route('**/api/send/messages', async (route) => {
    await route.fetch();
    isAccepted();
    await route.abort('connectionreset').catch(() => undefined);
  });
  const pane = await openPane(alex);
  await pane.getByRole('button', { name: 'Send Secure' }).click();
  await accepted;
  await alex.unroute('**/api/send/messages');
  const frame = alex.frames().find((one) => one.url().includes('taskpane'));
  await frame?.evaluate(() => location.reload());
  await pane.getByText('Accepted for 1 recipient').waitFor();
  await onlyOne('reloaded@client.example');
}, 90_000);

test('a double click sends once', async () => {
  const alex = await journey.person();
  await openOutlook(alex, journey.product.origin);
  await writeDraft(alex, { to: 'double@client.example', subject: 'Twice', html: '<p>Only once.</p>' });
  const pane = await openPane(alex);
  await pane.getByRole('button', { name: 'Send Secure' }).dblclick();
  await waitUntilAccepted(alex, 1);
  await onlyOne('double@client.example');
}, 60_000);

test('files arrive once and whole although the line is cut and the server killed in the middle of one', async () => {
  const { product } = journey;
  const address = 'whole@client.example';
  const files = [3_000, 6_000_000].map((size) => ({
    name: `${size}.bin`,
    mimeType: 'application/octet-stream',
    buffer: randomBytes(size),
  }));
  const alex = await journey.person({ ...DESK, proxy: line.proxy });
  await openOutlook(alex, product.origin);
  await writeDraft(alex, { to: address, subject: 'Whole', html: '<p>All of it.</p>', files });
  const pane = await openPane(alex);
  const failing = () => alex.waitForEvent('requestfailed', (one) => one.url().endsWith(uploadAttachment.path));
  line.breakAt(2_000_000);
  const isCut = failing();
  await pane.getByRole('button', { name: 'Send Secure' }).click();
  await isCut;
  line.breakAt(Infinity);
  // The second try stands still on its way when the server dies.
  await line.stallAt(4_000_000);
  await product.kill();
  await product.start();
  // It goes on by itself; where the server was away for longer, people are asked.
  const tryAgain = pane.getByRole('button', { name: 'Try again' });
  await pane.getByText('Accepted for 1 recipient').or(tryAgain).waitFor({ timeout: 60_000 });
  if (await tryAgain.isVisible()) await tryAgain.click();
  await alex.getByText('The compose window is closed').waitFor();
  await onlyOne(address);
  const reader = await apiRecipient(product, address);
  const opened = await openBySubject(reader, 'Whole');
  if (!opened) throw new Error('no message');
  expect(opened.attachments.map(({ name }) => name).sort()).toEqual(files.map(({ name }) => name).sort());
  for (const { name, attachmentId } of opened.attachments)
    expect(await hexOf(reader, opened.deliveryId, attachmentId)).toBe(
      files.find((file) => file.name === name)?.buffer.toString('hex'),
    );
}, 150_000);

/** Waits for the notification, and a little longer for one too many. */
async function onlyOne(address: string): Promise<void> {
  await journey.product.mailsTo(address);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(await journey.product.mailsTo(address)).toHaveLength(1);
}
