import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openDraft } from '../../../addin/send/open-draft.ts';
import { startSending } from '../../../addin/send/start-sending.ts';
import { sendMessage } from '../../../contract/send.ts';
import type { SimulatedDraft } from '../../../demo/outlook/simulated-draft.ts';
import { aPane, takeTurns } from '../../support/headless-pane.ts';
import { hurry } from '../../support/hurry.ts';
import { anAttachment, people, placeFakeOffice } from '../../support/place-fake-office.ts';
import { rememberingServer } from '../../support/remembering-server.ts';

const files = ['a1', 'a2'].map((id) => anAttachment({ id, name: `${id}.pdf` }));
const to = people('pat@client.example', 'sam@client.example');
const draft = { to, subject: 'Scan', html: '<p>Dear Pat</p><p>All is well.</p>', attachments: files };
const contents = { a1: 'scan', a2: 'plan' };

hurry();
beforeEach(() => {
  localStorage.clear();
  takeTurns();
});
afterEach(() => void delete (navigator as { locks?: unknown }).locks);

/** Two panes beside one draft, which Outlook tells the second one in another way. */
async function sentByTwo(toldOtherwise: Partial<SimulatedDraft>) {
  const { api, inputsOf } = rememberingServer();
  const [first, second] = [aPane(api), aPane(api)];
  placeFakeOffice({ draft, contents });
  await Promise.all([openDraft(first.flow), openDraft(second.flow)]);
  await startSending(first.flow);
  await first.flow.forgetting;
  placeFakeOffice({ draft: { ...draft, ...toldOtherwise }, contents });
  await startSending(second.flow);
  return { how: second.last(), sent: inputsOf(sendMessage.path).length };
}

test.each<[string, Partial<SimulatedDraft>]>([
  [
    'in other HTML',
    { html: '<div class="WordSection1"><p class="MsoNormal">Dear&nbsp;Pat</p>\r\n<p>All is <b>well</b>.</p></div>' },
  ],
  ['with its files in another order', { attachments: files.toReversed() }],
  ['with its people in another order', { to: { ...to, people: to.people.toReversed() } }],
  ['with the names of its people', { to: { ...to, people: to.people.map((person) => ({ ...person, name: 'Pat Doe' })) } }],
])('a draft that Outlook tells two panes differently, %s, goes out once', async (_how, toldOtherwise) => {
  const { how, sent } = await sentByTwo(toldOtherwise);
  expect(how).toMatchObject({ step: 'accepted', how: 'by_twin' });
  expect(sent).toBe(1);
});

test.each<[string, Partial<SimulatedDraft>]>([
  ['other words', { html: '<p>Dear Pat</p><p>All is not well.</p>' }],
  ['somebody in Cc instead of To', { to: people('pat@client.example'), cc: people('sam@client.example') }],
  ['another subject', { subject: 'Scans' }],
])('a draft with %s is another message', async (_what, changes) => {
  const { how, sent } = await sentByTwo(changes);
  expect(how).toMatchObject({ step: 'accepted', how: 'now' });
  expect(sent).toBe(2);
});
