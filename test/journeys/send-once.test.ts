import { expect, test } from '@jest/globals';
import { openOutlook, openPane, waitUntilAccepted, writeDraft } from '../support/outlook-page.ts';
import { useProduct } from '../support/use-product.ts';

const journey = useProduct();

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

/** Waits for the notification, and a little longer for one too many. */
async function onlyOne(address: string): Promise<void> {
  await journey.product.mailsTo(address);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  expect(await journey.product.mailsTo(address)).toHaveLength(1);
}
