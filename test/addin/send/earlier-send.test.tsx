import { beforeEach, expect, test } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { openDraft } from '../../../addin/send/open-draft.ts';
import { cancelSending } from '../../../addin/send/send-flow.ts';
import { startSending } from '../../../addin/send/start-sending.ts';
import { discardUpload, sendMessage } from '../../../contract/send.ts';
import { outlookProfiles } from '../../../demo/outlook/outlook-profile.ts';
import type { SimulatedAttachment } from '../../../demo/outlook/simulated-draft.ts';
import { aPane } from '../../support/headless-pane.ts';
import { hurry } from '../../support/hurry.ts';
import { anAttachment, people, placeFakeOffice } from '../../support/place-fake-office.ts';
import { rememberingServer } from '../../support/remembering-server.ts';

const scan = anAttachment();
const plan = anAttachment({ id: 'b1', name: 'plan.pdf' });
const otherScan = anAttachment({ id: 'b1' });
const contents = { a1: 'AAAA', b1: 'BBBB' };
const words = { to: people('pat@client.example'), subject: 'Your files', html: '<p>Dear Pat</p>' };

hurry();
beforeEach(() => localStorage.clear());

/** Puts a draft with this file beside the pane, in an Outlook that tells what a draft keeps only once that was closed. */
const turnTo = (file: SimulatedAttachment, html = words.html, profile = outlookProfiles.classic) =>
  placeFakeOffice({ draft: { ...words, html, attachments: [file] }, contents, profile });

/** A draft whose upload is under way, and does not end. */
async function anUnendedSend(profile = outlookProfiles.classic) {
  let isHanging = true;
  const server = rememberingServer(() => (isHanging ? new Promise(() => undefined) : Promise.resolve()));
  const pane = aPane(server.api);
  const outlook = turnTo(scan, words.html, profile);
  await openDraft(pane.flow);
  const sending = startSending(pane.flow);
  await waitFor(() => expect(server.uploads).toHaveLength(1));
  isHanging = false;
  return { pane, server, sending, outlook };
}

test.each([
  ['another file', plan],
  ['another file of the same name and size', otherScan],
])('a cancelled draft is not called sent because one with the same words and %s was', async (_what, file) => {
  const { pane, server, sending } = await anUnendedSend();
  cancelSending(pane.flow);
  await sending;
  const other = aPane(server.api);
  turnTo(file);
  await openDraft(other.flow);
  await startSending(other.flow);
  expect(other.last()).toMatchObject({ step: 'accepted', how: 'now' });
  turnTo(scan);
  await startSending(pane.flow);
  expect(pane.last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect(server.accepted.size).toBe(2);
  expect(server.inputsOf(sendMessage.path).map(({ attachments }) => attachments)).toMatchObject([
    [{ name: file.name }],
    [{ name: 'scan.pdf' }],
  ]);
});

test('a draft forgets the key of a try that was cancelled, for a copy of it would bear that, too', async () => {
  const { pane, sending, outlook } = await anUnendedSend(outlookProfiles['mailbox-1.16']);
  expect(Object.keys(outlook.draft().customProperties)).toHaveLength(1);
  cancelSending(pane.flow);
  await sending;
  await pane.flow.forgetting;
  expect(outlook.draft().customProperties).toEqual({});
  await startSending(pane.flow);
  expect(pane.last()).toMatchObject({ step: 'accepted', how: 'now' });
});

test('a draft that is sent beside another one with the same words takes neither its key nor its uploads', async () => {
  let end = (): void => undefined;
  const server = rememberingServer((file) =>
    file.name === 'late.pdf' ? new Promise((resolve) => (end = resolve)) : Promise.resolve(),
  );
  const [one, other] = [aPane(server.api), aPane(server.api)];
  const late = anAttachment({ id: 'a2', name: 'late.pdf' });
  const two = {
    draft: { ...words, attachments: [scan, late] },
    contents: { ...contents, a2: 'LATE' },
    profile: outlookProfiles.classic,
  };
  placeFakeOffice(two);
  await openDraft(one.flow);
  const sending = startSending(one.flow);
  await waitFor(() => expect(Object.keys(localStorage).some((name) => name.startsWith('sealpost.uploads.'))).toBe(true));
  turnTo(plan);
  await openDraft(other.flow);
  await startSending(other.flow);
  expect(other.last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect(server.inputsOf(discardUpload.path)).toEqual([]);
  placeFakeOffice(two);
  end();
  await sending;
  expect(one.last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect(server.accepted.size).toBe(2);
});

/** A draft that was accepted, which nobody was told; then the pane is opened anew. */
async function anUnheardAnswer() {
  let isDeaf = true;
  const server = rememberingServer(undefined, () => isDeaf);
  const before = aPane(server.api);
  turnTo(scan);
  await openDraft(before.flow);
  await startSending(before.flow);
  expect(before.last()).toMatchObject({ step: 'failed' });
  isDeaf = false;
  return { server, pane: aPane(server.api) };
}

test('after a lost answer a pane that is opened anew knows the draft, though Outlook has written it in other HTML', async () => {
  const { server, pane } = await anUnheardAnswer();
  turnTo(scan, '<div><p class="MsoNormal">Dear&nbsp;Pat</p></div>');
  await openDraft(pane.flow);
  expect(pane.last()).toMatchObject({ step: 'accepted', how: 'answer_lost' });
  expect(server.accepted.size).toBe(1);
});

test.each([
  ['another file', plan],
  ['another file of the same name and size', otherScan],
])('after a lost answer a draft with the same words and %s is another message', async (_what, file) => {
  const { server, pane } = await anUnheardAnswer();
  turnTo(file);
  await openDraft(pane.flow);
  expect(pane.last()).toMatchObject({ step: 'ready' });
  await startSending(pane.flow);
  expect(pane.last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect(server.accepted.size).toBe(2);
});
