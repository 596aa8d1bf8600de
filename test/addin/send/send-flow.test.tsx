import { beforeEach, expect, jest, test } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { openDraft } from '../../../addin/send/open-draft.ts';
import { cancelSending, newFlow, rereadDraft } from '../../../addin/send/send-flow.ts';
import { startSending } from '../../../addin/send/start-sending.ts';
import type { SendState } from '../../../addin/send/send-state.ts';
import type { Api } from '../../../addin/api.ts';
import { CallError } from '../../../contract/call.ts';
import { findSend, sendMessage } from '../../../contract/send.ts';
import { anAcceptance, fakeApi } from '../../support/fake-api.ts';
import { aPane } from '../../support/headless-pane.ts';
import { people, placeFakeOffice } from '../../support/place-fake-office.ts';

const draft = { to: people('pat@client.example'), subject: 'Scan', html: '<p>Dear Pat</p>' };

/** A pane without a screen; `steps` are what it showed, in order. */
const aFlow = (api: Api) => {
  const steps: SendState['step'][] = [];
  const flow = newFlow(api, ({ step }) => void steps.push(step));
  return { flow, steps };
};

// Waits of its own lie between the tries of handing over.
jest.setTimeout(30_000);
beforeEach(() => localStorage.clear());

test('a message that was accepted stays accepted, whatever changes in Outlook', async () => {
  placeFakeOffice({ draft, mailboxMinor: 8 });
  const { flow, steps } = aFlow(fakeApi().api);
  await openDraft(flow);
  await startSending(flow);
  await rereadDraft(flow);
  expect(steps.at(-1)).toBe('accepted');
});

test('a draft that was being read while its message was accepted does not come back', async () => {
  placeFakeOffice({ draft, mailboxMinor: 8 });
  const { flow, steps } = aFlow(fakeApi().api);
  await openDraft(flow);
  const reading = rereadDraft(flow);
  await startSending(flow);
  await reading;
  expect(steps.at(-1)).toBe('accepted');
});

test('a reading that answers late does not bring the draft back as it was before', async () => {
  let answer = (): void => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  let isFirst = true;
  const recipients = [{ displayName: 'Pat', emailAddress: 'pat@client.example' }];
  placeFakeOffice({ draft });
  const { flow, states } = aPane(fakeApi().api);
  await openDraft(flow);
  placeFakeOffice({
    draft: { ...draft, subject: 'Scan' },
    answers: {
      'to.getAsync': async () => {
        const known = [...recipients];
        if (isFirst) {
          isFirst = false;
          await slow;
        }
        return known;
      },
    },
  });
  const first = rereadDraft(flow);
  await waitFor(() => expect(isFirst).toBe(false));
  recipients.push({ displayName: 'Sam', emailAddress: 'sam@client.example' });
  await rereadDraft(flow);
  expect(states.at(-1)).toMatchObject({ message: { recipients: [{ name: 'Pat' }, { name: 'Sam' }] } });
  answer();
  await first;
  expect(states.at(-1)).toMatchObject({ message: { recipients: [{ name: 'Pat' }, { name: 'Sam' }] } });
});

test('a reading from before a try that was cancelled is out of date, too', async () => {
  let answer = (): void => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  placeFakeOffice({ draft });
  const { flow, states } = aPane(fakeApi({ [findSend.path]: () => new Promise(() => undefined) }).api);
  await openDraft(flow);
  placeFakeOffice({ draft, answers: { 'subject.getAsync': () => slow.then(() => 'Old') } });
  const reading = rereadDraft(flow);
  placeFakeOffice({ draft: { ...draft, subject: 'New', customProperties: { sealpostSendKey: 'k'.repeat(22) } } });
  const sending = startSending(flow);
  await waitFor(() => expect(flow.message?.subject).toBe('New'));
  cancelSending(flow);
  await sending;
  answer();
  await reading;
  expect(states.at(-1)).toMatchObject({ step: 'ready', message: { subject: 'New' } });
});

test('what went wrong stays to be read, until somebody tries again', async () => {
  placeFakeOffice({ draft, mailboxMinor: 8 });
  let isBroken = true;
  const { api } = fakeApi({
    [sendMessage.path]: () => {
      if (isBroken) throw new CallError('sender_not_yours');
      return anAcceptance;
    },
  });
  const { flow, steps } = aFlow(api);
  await openDraft(flow);
  await startSending(flow);
  await rereadDraft(flow);
  expect(steps.at(-1)).toBe('failed');
  isBroken = false;
  await startSending(flow);
  expect(steps.at(-1)).toBe('accepted');
});

/** A browser that denies the pane its storage. */
const denyStorage = () =>
  jest.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });

test('trying again is the same send even where neither Outlook nor the browser keeps anything', async () => {
  const refuse = () => Promise.reject(new Error('no'));
  placeFakeOffice({ draft, mailboxMinor: 8, answers: { 'customProperties.saveAsync': refuse } });
  const storage = denyStorage();
  let tries = 0;
  const { api, inputsOf } = fakeApi({
    [sendMessage.path]: () => {
      tries += 1;
      if (tries === 1) throw new CallError('sender_not_yours');
      return anAcceptance;
    },
  });
  const { flow, steps } = aFlow(api);
  await openDraft(flow);
  await startSending(flow);
  expect(steps.at(-1)).toBe('failed');
  await startSending(flow);
  storage.mockRestore();
  expect(steps.at(-1)).toBe('accepted');
  const [first, second] = inputsOf(sendMessage.path).map(({ sendKey }) => sendKey);
  expect(second).toBe(first);
});
