import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { openDraft } from '../../../addin/send/open-draft.ts';
import { startSending } from '../../../addin/send/start-sending.ts';
import { discardUpload, findSend, sendMessage } from '../../../contract/send.ts';
import { anAcceptance, fakeApi } from '../../support/fake-api.ts';
import { aPane, takeTurns } from '../../support/headless-pane.ts';
import { hurry } from '../../support/hurry.ts';
import { anAttachment, people, placeFakeOffice } from '../../support/place-fake-office.ts';

const scan = anAttachment({ name: 'scan.pdf', size: 4 });
const draft = { to: people('pat@client.example'), subject: 'Scan', html: '<p>Dear Pat</p>', attachments: [scan] };
const contents = { a1: 'scan' };

hurry();
beforeEach(() => localStorage.clear());
afterEach(() => void jest.useRealTimers());

const readings = ['from', 'to', 'cc', 'bcc', 'subject', 'body'].map((name) => `${name}.getAsync`).concat('getAttachmentsAsync');

test.each(readings)('an Outlook that fails at %s is a failure with a way to try again, and nothing is sent', async (member) => {
  const broken = () => Promise.reject(new Error('busy'));
  const usual = placeFakeOffice({ draft, contents });
  const { api, inputsOf } = fakeApi();
  const { flow, last } = aPane(api);
  await openDraft(flow);
  placeFakeOffice({ draft: usual.draft(), contents, answers: { [member]: broken } });
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'failed', repeat: 'send', failure: { code: 'outlook_refused' } });
  expect(inputsOf(sendMessage.path)).toEqual([]);
  placeFakeOffice({ draft, contents });
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted' });
});

test.each(readings)('an Outlook that never answers %s is given up after half a minute', async (member) => {
  jest.useFakeTimers();
  placeFakeOffice({ draft, contents, answers: { [member]: () => new Promise(() => undefined) } });
  const { flow, last } = aPane(fakeApi().api);
  const opening = openDraft(flow);
  await jest.advanceTimersByTimeAsync(35_000);
  await opening;
  expect(last()).toMatchObject({ step: 'failed', failure: { code: 'outlook_silent' } });
});

test('a message that was closed in Outlook meanwhile is not sent, and the pane says so', async () => {
  placeFakeOffice({ draft, contents });
  const { api, inputsOf } = fakeApi();
  const { flow, last } = aPane(api);
  await openDraft(flow);
  Object.assign(Office.context.mailbox, { item: null });
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'failed', failure: { code: 'draft_gone' } });
  expect(inputsOf(sendMessage.path)).toEqual([]);
});

const closeMessage = () => {
  Object.assign(Office.context.mailbox, { item: null });
  return { content: 'c2Nhbg==', format: 'base64' };
};

test.each([
  ['is closed', 'draft_gone', closeMessage],
  ['meets an Outlook that answers no more', 'outlook_silent', () => new Promise<never>(() => undefined)],
])('a message that %s while its files are read is told so, and no file is blamed', async (_what, code, happens) => {
  const answers = { getAttachmentContentAsync: happens };
  const two = { ...draft, attachments: [scan, anAttachment({ id: 'a2', name: 'plan.pdf' })] };
  placeFakeOffice({ draft: two, answers });
  const { api, inputsOf } = fakeApi();
  const { flow, last } = aPane(api);
  await openDraft(flow);
  jest.useFakeTimers();
  const sending = startSending(flow);
  while (last()?.step === 'uploading') await jest.advanceTimersByTimeAsync(10_000);
  await sending;
  expect(last()).toMatchObject({ step: 'failed', repeat: 'send', failure: { code } });
  expect(inputsOf(sendMessage.path)).toEqual([]);
});

test('a draft without subject, text and bytes is sent as it is', async () => {
  placeFakeOffice({ draft: { to: people('pat@client.example'), attachments: [anAttachment({ size: 0 })] } });
  const { api, inputsOf, uploads } = fakeApi();
  const { flow, last } = aPane(api);
  await openDraft(flow);
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted' });
  expect([uploads[0]?.content.size, inputsOf(sendMessage.path)[0]?.['subject']]).toEqual([0, '']);
});

test('emoji in a subject go out as they are; a line break in it is named, and nothing is sent', async () => {
  const subject = 'Röntgen 👩‍⚕️🩻';
  const outlook = placeFakeOffice({ draft: { ...draft, subject: `${subject}\r\nBcc: sam@client.example` }, contents });
  const { api, inputsOf } = fakeApi();
  const { flow, last, problems } = aPane(api);
  await openDraft(flow);
  await startSending(flow);
  expect(problems()).toEqual(['subject_unreadable']);
  outlook.change((now) => ({ ...now, subject }));
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted' });
  expect(inputsOf(sendMessage.path).map((input) => sendMessage.input.parse(input))).toMatchObject([{ subject }]);
});

test('a recipient who was added after the pane had read the draft gets the message too', async () => {
  const outlook = placeFakeOffice({ draft, contents });
  const { api, inputsOf } = fakeApi();
  const { flow } = aPane(api);
  await openDraft(flow);
  outlook.change((now) => ({ ...now, cc: people('sam@client.example') }));
  await startSending(flow);
  expect(inputsOf(sendMessage.path)).toMatchObject([
    { recipients: [{ kind: 'to' }, { kind: 'cc', address: 'sam@client.example' }] },
  ]);
});

test('who goes on writing while the files are on their way is asked to look it over, and nothing is sent or left behind', async () => {
  const outlook = placeFakeOffice({ draft, contents });
  const { api, inputsOf } = fakeApi({}, async () => outlook.change((now) => ({ ...now, to: people('sam@client.example') })));
  const { flow, problems, last } = aPane(api);
  await openDraft(flow);
  await startSending(flow);
  expect(problems()).toEqual(['changed_meanwhile']);
  expect(inputsOf(sendMessage.path)).toEqual([]);
  expect(inputsOf(discardUpload.path)).toHaveLength(1);
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted' });
  expect(inputsOf(sendMessage.path)).toMatchObject([{ recipients: [{ address: 'sam@client.example' }] }]);
});

test.each([
  ['fails', 'outlook_refused', () => Promise.reject(new Error('busy'))],
  ['answers no more', 'outlook_silent', () => new Promise<never>(() => undefined)],
])(
  'an Outlook that %s when the draft is read once more after the upload ends the try, and the files are given back',
  async (_what, code, happens) => {
    placeFakeOffice({ draft, contents });
    const { api, inputsOf, uploads } = fakeApi({}, async () => {
      placeFakeOffice({ draft, contents, answers: { 'subject.getAsync': happens } });
    });
    const { flow, last } = aPane(api);
    await openDraft(flow);
    jest.useFakeTimers();
    const sending = startSending(flow);
    while (last()?.step === 'uploading') await jest.advanceTimersByTimeAsync(5000);
    await sending;
    expect(last()).toMatchObject({ step: 'failed', repeat: 'send', failure: { code } });
    expect([uploads.length, inputsOf(discardUpload.path).length, inputsOf(sendMessage.path).length]).toEqual([1, 1, 0]);
  },
);

const listedAnew = (size: number) => () => [scan].map((file) => ({ ...file, id: 'a1-again', size, attachmentType: 'file' }));

test.each([
  ['estimated anew, and holds what was uploaded, goes out', 'scan', 5000, 'accepted', 1],
  ['given another id, and holds what was uploaded, goes out', 'scan', 4, 'accepted', 1],
  ['exchanged for one of the same name is to be looked over first', 'SCAN', 5000, 'ready', 0],
  ['exchanged for one of the same name and size is to be looked over first', 'SCAN', 4, 'ready', 0],
])('a file that is %s', async (_what, content, size, step, sent) => {
  const outlook = placeFakeOffice({ draft, contents });
  const { api, inputsOf } = fakeApi({}, async () => {
    placeFakeOffice({
      draft: outlook.draft(),
      contents: { 'a1-again': content },
      answers: {
        getAttachmentsAsync: listedAnew(size),
        getAttachmentContentAsync: () => ({ content: btoa(content), format: 'base64' }),
      },
    });
  });
  const { flow, last } = aPane(api);
  await openDraft(flow);
  await startSending(flow);
  expect(last()).toMatchObject({ step });
  expect(inputsOf(sendMessage.path)).toHaveLength(sent);
});

test('a file that is removed between listing and reading does not go missing silently', async () => {
  let isOpen = false;
  const outlook = placeFakeOffice({
    draft,
    answers: {
      getAttachmentContentAsync: () => {
        isOpen = true;
        outlook.change((now) => ({ ...now, attachments: [] }));
        throw new Error('The attachment identifier is invalid.');
      },
    },
  });
  const { api, inputsOf } = fakeApi();
  const { flow, problems, last } = aPane(api);
  await openDraft(flow);
  await startSending(flow);
  expect(isOpen).toBe(true);
  expect(problems()).toEqual(['changed_meanwhile']);
  expect(last()).toMatchObject({ step: 'ready', message: { files: [] } });
  expect(inputsOf(sendMessage.path)).toEqual([]);
});

test('two panes beside one draft send it once', async () => {
  placeFakeOffice({ draft: { ...draft, attachments: [] } });
  const { api, inputsOf } = fakeApi({
    [findSend.path]: ({ sendKey }: { sendKey: string }) => ({
      accepted: inputsOf(sendMessage.path).some((input) => input['sendKey'] === sendKey) ? anAcceptance : null,
    }),
  });
  takeTurns();
  const panes = [aPane(api), aPane(api)];
  await Promise.all(panes.map(({ flow }) => openDraft(flow)));
  await Promise.all(panes.map(({ flow }) => startSending(flow)));
  const ends = panes.map(({ last }) => last());
  expect(ends).toMatchObject([{ step: 'accepted' }, { step: 'accepted' }]);
  expect(ends.map((end) => (end?.step === 'accepted' ? end.how : null)).sort()).toEqual(['by_twin', 'now']);
  expect(inputsOf(sendMessage.path)).toHaveLength(1);
});
