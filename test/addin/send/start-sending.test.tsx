import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { openDraft } from '../../../addin/send/open-draft.ts';
import { cancelSending } from '../../../addin/send/send-flow.ts';
import { startSending } from '../../../addin/send/start-sending.ts';
import { limits } from '../../../contract/limits.ts';
import { discardUpload, findSend, readSendPolicy, sendMessage } from '../../../contract/send.ts';
import { aPolicy, anAcceptance, fakeApi } from '../../support/fake-api.ts';
import { aPane, takeTurns } from '../../support/headless-pane.ts';
import { hurry } from '../../support/hurry.ts';
import { anAttachment, people, placeFakeOffice } from '../../support/place-fake-office.ts';

const files = ['a1', 'a2'].map((id) => anAttachment({ id, name: `${id}.pdf` }));
const draft = { to: people('pat@client.example'), subject: 'Scan', html: '<p>Dear Pat</p>', attachments: files };
const contents = { a1: 'scan', a2: 'plan' };
const notedUploads = () => Object.keys(localStorage).filter((name) => name.startsWith('sealpost.uploads.'));
const never = () => new Promise<never>(() => undefined);

hurry();
beforeEach(() => localStorage.clear());
afterEach(() => {
  jest.useRealTimers();
  Object.assign(navigator, { locks: undefined });
  delete (navigator as { locks?: unknown }).locks;
});

test.each(['body.getAsync', 'getAttachmentContentAsync', 'loadCustomPropertiesAsync', 'customProperties.saveAsync'])(
  'Cancel is at once while Outlook never answers %s, and the next try does not wait for it',
  async (member) => {
    placeFakeOffice({ draft, contents });
    takeTurns();
    const { api, inputsOf } = fakeApi();
    const { flow, last } = aPane(api);
    await openDraft(flow);
    let isAsked = false;
    const silent = () => {
      isAsked = true;
      return never();
    };
    placeFakeOffice({ draft, contents, answers: { [member]: silent } });
    const sending = startSending(flow);
    await waitFor(() => expect(isAsked).toBe(true));
    cancelSending(flow);
    await sending;
    expect(last()).toMatchObject({ step: 'ready', problems: [] });
    placeFakeOffice({ draft, contents });
    await startSending(flow);
    expect(last()).toMatchObject({ step: 'accepted', how: 'now' });
    expect(inputsOf(sendMessage.path)).toHaveLength(1);
  },
);

test('a cancelled send gives back what was uploaded, and a late answer of Outlook changes nothing', async () => {
  let answerLate = (_content: object): void => undefined;
  const getAttachmentContentAsync = (id: unknown) =>
    id === 'a1'
      ? { content: 'c2Nhbg==', format: 'base64' }
      : new Promise((resolve) => {
          answerLate = resolve;
        });
  placeFakeOffice({ draft, answers: { getAttachmentContentAsync } });
  const { api, inputsOf, uploads } = fakeApi();
  const { flow, last, states } = aPane(api);
  await openDraft(flow);
  const sending = startSending(flow);
  await waitFor(() => expect(uploads).toHaveLength(1));
  await waitFor(() => expect(notedUploads()).toHaveLength(1));
  cancelSending(flow);
  await sending;
  await waitFor(() => expect(inputsOf(discardUpload.path)).toEqual([{ uploadId: '1'.padStart(22, '0') }]));
  expect(notedUploads()).toEqual([]);
  const shown = states.length;
  answerLate({ content: 'cGxhbg==', format: 'base64' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([states.length, last()?.step, uploads.length]).toEqual([shown, 'ready', 1]);
  expect(inputsOf(sendMessage.path)).toEqual([]);
});

test('a server that never answers a file does not hold up Cancel either', async () => {
  placeFakeOffice({ draft, contents });
  const { api, uploads } = fakeApi({}, never);
  const { flow, last } = aPane(api);
  await openDraft(flow);
  const sending = startSending(flow);
  await waitFor(() => expect(uploads.length).toBeGreaterThan(0));
  cancelSending(flow);
  await sending;
  expect(last()).toMatchObject({ step: 'ready' });
});

test('what is being handed over cannot be cancelled any more', async () => {
  placeFakeOffice({ draft: { ...draft, attachments: [] } });
  let answer = (_accepted: object): void => undefined;
  const { api, inputsOf } = fakeApi({
    [sendMessage.path]: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
  const { flow, last } = aPane(api);
  await openDraft(flow);
  const sending = startSending(flow);
  await waitFor(() => expect(inputsOf(sendMessage.path)).toHaveLength(1));
  cancelSending(flow);
  answer(anAcceptance);
  await sending;
  expect(last()).toMatchObject({ step: 'accepted' });
});

/** A server that knows what it has accepted, and two panes that were open before the first of them sent. */
async function twoPanes() {
  const { api, inputsOf, uploads } = fakeApi({
    [findSend.path]: ({ sendKey }: { sendKey: string }) => ({
      accepted: inputsOf(sendMessage.path).some((input) => input['sendKey'] === sendKey) ? anAcceptance : null,
    }),
  });
  const [first, second] = [aPane(api), aPane(api)];
  placeFakeOffice({ draft, contents });
  await Promise.all([openDraft(first.flow), openDraft(second.flow)]);
  await startSending(first.flow);
  await first.flow.forgetting;
  return { second, inputsOf, uploads };
}

test('what another pane has just sent is not sent again, unless somebody wants it all the same', async () => {
  const { second, inputsOf, uploads } = await twoPanes();
  await startSending(second.flow);
  expect(second.last()).toMatchObject({ step: 'accepted', how: 'by_twin', closing: 'on_click' });
  expect([inputsOf(sendMessage.path).length, uploads.length]).toEqual([1, 2]);
  await startSending(second.flow, true);
  expect(second.last()).toMatchObject({ step: 'accepted', how: 'now' });
  const keys = inputsOf(sendMessage.path).map(({ sendKey }) => sendKey);
  expect(new Set(keys).size).toBe(2);
});

test('what another pane has just sent is known by what its files hold, though Outlook estimates their sizes anew', async () => {
  const { second, inputsOf } = await twoPanes();
  placeFakeOffice({ draft: { ...draft, attachments: files.map((file) => ({ ...file, size: 7 })) }, contents });
  await startSending(second.flow);
  expect(second.last()).toMatchObject({ step: 'accepted', how: 'by_twin' });
  expect(inputsOf(sendMessage.path)).toHaveLength(1);
});

test('a message whose files only look like the ones just sent is another message, and goes out', async () => {
  const { second, inputsOf } = await twoPanes();
  placeFakeOffice({ draft, contents: { ...contents, a2: 'PLAN' } });
  await startSending(second.flow);
  expect(second.last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect(inputsOf(sendMessage.path)).toHaveLength(2);
});

test('after a lost answer the draft can be looked over and sent as another message', async () => {
  placeFakeOffice({ draft: { ...draft, attachments: [], customProperties: { sealpostSendKey: 'k'.repeat(22) } } });
  const { api, inputsOf } = fakeApi({
    [findSend.path]: ({ sendKey }: { sendKey: string }) => ({ accepted: sendKey === 'k'.repeat(22) ? anAcceptance : null }),
  });
  const { flow, last } = aPane(api);
  await openDraft(flow);
  expect(last()).toMatchObject({ step: 'accepted', how: 'answer_lost' });
  await openDraft(flow);
  expect(last()).toMatchObject({ step: 'ready' });
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect(inputsOf(sendMessage.path).map(({ sendKey }) => sendKey)).not.toContain('k'.repeat(22));
});

test.each([
  ['exactly as large as allowed are sent', 0, 'accepted', 2],
  ['a byte larger are refused before the first byte is read', 1, 'ready', 0],
])('files of 150 MB together that are %s', async (_what, tooMuch, step, read) => {
  const half = limits.staffAttachmentsBytes / 2;
  const large = files.map((file, index) => ({ ...file, size: half + index * tooMuch }));
  const outlook = placeFakeOffice({ draft: { ...draft, attachments: large }, contents });
  const policy = { ...aPolicy, maxAttachmentsBytes: limits.staffAttachmentsBytes };
  const { flow, last, problems } = aPane(fakeApi({ [readSendPolicy.path]: () => policy }).api);
  await openDraft(flow);
  await startSending(flow);
  expect(last()).toMatchObject({ step });
  expect(problems()).toEqual(tooMuch ? ['files_too_large'] : []);
  expect(outlook.asked.filter((member) => member === 'getAttachmentContentAsync')).toHaveLength(read);
});
