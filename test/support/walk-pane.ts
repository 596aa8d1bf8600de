import type { FrameLocator, Page, Route } from 'playwright-core';
import { sendMessage, uploadAttachment } from '../../contract/send.ts';
import type { ProfileName } from '../../demo/outlook/outlook-profile.ts';
import { openPane, writeDraft } from './outlook-page.ts';

/** Words that do not fit into a line, in every place that people fill. */
const LONG = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';
const ADDRESS = `${LONG.slice(0, 60)}@${LONG.slice(0, 60).toLowerCase()}.client.example`;
const files = [{ name: `${LONG}.pdf`, mimeType: 'application/pdf', buffer: Buffer.alloc(2000, 1) }];
const html = `<p>${LONG}</p><p><a href="https://harbour-my.sharepoint.com/:b:/g/personal/${LONG}">${LONG}</a></p>`;

/** Goes through every screen of the task pane with one message, and stops on each for somebody to see it. */
export async function walkPane(alex: Page, origin: string, profile: ProfileName, see: (screen: string) => Promise<void>) {
  await alex.goto(`${origin}/demo/outlook?profile=${profile}&draft=empty`);
  const subject = `${LONG} ${profile}`;
  await writeDraft(alex, { subject, html, files });
  const pane = await openPane(alex);
  const button = (name: string) => pane.getByRole('button', { name, exact: true });
  await button('Send Secure').click();
  await pane.getByText('Outlook has not resolved any recipient yet.').waitFor();
  await see('refused');
  await writeDraft(alex, { to: `${LONG} <${ADDRESS}>, Pat Doe <pat.${profile}@client.example>` });
  await pane.getByText('Outlook has not resolved any recipient yet.').waitFor({ state: 'detached' });
  await button('Send Secure').waitFor();
  await see('ready');

  const goOnUploading = await hold(alex, uploadAttachment.path);
  await button('Send Secure').click();
  await pane.getByRole('heading', { name: 'Sending' }).waitFor();
  // It cannot be pressed for a moment, and changes its colours then.
  await pane.getByRole('button', { name: 'Cancel', disabled: false }).waitFor();
  await see('uploading');
  const refuse = await hold(alex, sendMessage.path);
  await goOnUploading((route) => route.continue());
  const error = { code: 'sender_not_yours', requestId: 'r' };
  await refuse((route) => route.fulfill({ status: 403, json: { error } }));
  await button('Try again').waitFor();
  await see('failed');

  const goOn = await hold(alex, sendMessage.path);
  await button('Try again').click();
  // Whoever was looking at the other tab when it was accepted has time to see it: the window stays.
  await pane.getByRole('tab', { name: 'Sent' }).click();
  await goOn((route) => route.continue());
  await pane.getByText('Accepted for 2 recipients').waitFor();
  await see('accepted');
  await walkSent(pane, subject, see);
}

async function walkSent(pane: FrameLocator, subject: string, see: (screen: string) => Promise<void>): Promise<void> {
  await pane.getByRole('tab', { name: 'Sent' }).click();
  await pane.getByRole('button', { name: subject }).waitFor();
  await see('sent');
  await pane.getByRole('button', { name: subject }).click();
  const recall = pane.getByRole('button', { name: 'Recall', exact: true }).first();
  await recall.waitFor();
  await see('a sent message');
  await recall.click();
  await pane.getByRole('dialog').waitFor();
  await see('recall');
}

/** Holds the next request to an address back. @returns how to let it go on, once it has come */
async function hold(page: Page, path: string): Promise<(how: (route: Route) => Promise<void>) => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<Route>();
  await page.route(`**${path}`, resolve, { times: 1 });
  return async (how) => how(await promise);
}
