import { beforeEach, expect, test } from '@jest/globals';
import { openDraft } from '../../../addin/send/open-draft.ts';
import { closeWindow } from '../../../addin/send/settle-send.ts';
import { startSending } from '../../../addin/send/start-sending.ts';
import { sendMessage } from '../../../contract/send.ts';
import { anAcceptance, fakeApi } from '../../support/fake-api.ts';
import { aPane } from '../../support/headless-pane.ts';
import { hurry } from '../../support/hurry.ts';
import { people, placeFakeOffice } from '../../support/place-fake-office.ts';

const draft = { to: people('pat@client.example'), subject: 'Scan', html: '<p>Dear Pat</p>' };
const never = () => new Promise<never>(() => undefined);
const change = (members: object) => Object.assign(Office.context.mailbox.item ?? {}, members);

hurry();
beforeEach(() => localStorage.clear());

async function anAcceptedMessage(answers: Parameters<typeof fakeApi>[0] = {}) {
  const { api } = fakeApi(answers);
  const { flow, last } = aPane(api);
  await openDraft(flow);
  await startSending(flow);
  const accepted = last();
  if (accepted?.step !== 'accepted') throw new Error('not accepted');
  return { flow, last, accepted };
}

test('a message counts as accepted as soon as the server says so, though Outlook does not answer any more', async () => {
  const outlook = placeFakeOffice({ draft });
  const acceptIntoSilence = () => {
    change({ loadCustomPropertiesAsync: () => undefined });
    return anAcceptance;
  };
  const { flow, accepted } = await anAcceptedMessage({ [sendMessage.path]: acceptIntoSilence });
  expect(accepted).toMatchObject({ how: 'now', closing: 'soon' });
  let isForgotten = false;
  void flow.forgetting.then(() => (isForgotten = true));
  await new Promise((resolve) => setTimeout(resolve));
  expect(isForgotten).toBe(false);
  await closeWindow(flow, accepted);
  expect(outlook.draft().state).toBe('discarded');
});

test.each([
  ['refuses to close', () => Promise.reject(new Error('busy'))],
  ['never closes', never],
])('where Outlook %s the window, people are told to do it themselves', async (_what, closeAsync) => {
  placeFakeOffice({ draft, answers: { closeAsync } });
  const { flow, last, accepted } = await anAcceptedMessage();
  await closeWindow(flow, accepted);
  expect(last()).toMatchObject({ step: 'accepted', closing: 'by_hand' });
});

test('an Outlook that remembers nothing with the draft, and does not say so either, holds a message up but keeps nothing back', async () => {
  placeFakeOffice({ draft });
  const { api, inputsOf } = fakeApi();
  const { flow, last } = aPane(api);
  await openDraft(flow);
  change({ loadCustomPropertiesAsync: () => undefined });
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect(inputsOf(sendMessage.path)).toHaveLength(1);
});
