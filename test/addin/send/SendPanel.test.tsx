import { beforeEach, expect, jest, test } from '@jest/globals';
import { configure, screen, waitFor } from '@testing-library/react';
import { CallError } from '../../../contract/call.ts';
import { discardUpload, findSend, readSendPolicy, sendMessage } from '../../../contract/send.ts';
import { aPolicy, anAcceptance, fakeApi } from '../../support/fake-api.ts';
import { anAttachment, people, placeFakeOffice } from '../../support/place-fake-office.ts';
import { renderPane } from '../../support/render-pane.tsx';

const scan = anAttachment({ name: 'scan.pdf', size: 4 });
const draft = {
  to: people('pat@client.example'),
  cc: people('lee@harbour.example'),
  subject: 'Your scan results',
  html: '<p>Dear Pat, all is well.</p>',
  attachments: [scan],
};
const contents = { a1: 'scan' };
const send = () => screen.findByRole('button', { name: 'Send Secure' });
const accepted = (count: number) =>
  screen.findByRole('heading', { name: count === 1 ? 'Accepted for 1 recipient' : `Accepted for ${count} recipients` });

// The text is read twice with a pause, as classic Outlook needs it.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
beforeEach(() => localStorage.clear());

test('the pane shows what will go: people with a mark for those outside, subject, text, files and options', async () => {
  placeFakeOffice({ draft, contents });
  renderPane(fakeApi().api);
  expect(screen.getByRole('status')).toHaveTextContent('Reading your message');
  await send();
  expect(screen.getByText('pat@client.example').parentElement?.parentElement).toContainElement(
    screen.getByLabelText('outside the organisation'),
  );
  expect(screen.getByText('lee@harbour.example')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Your scan results' })).toBeVisible();
  expect(screen.getByText('Dear Pat, all is well.')).toBeVisible();
  expect(screen.getByRole('list', { name: 'Files' })).toHaveTextContent('scan.pdf4 bytes');
  expect(await screen.findByLabelText('Readable for')).toHaveValue('30');
  expect(screen.getByLabelText('Allow reply')).toBeChecked();
});

test('what is chosen goes out, and the window closes', async () => {
  const outlook = placeFakeOffice({ draft, contents });
  const { api, inputsOf, uploads } = fakeApi();
  const user = renderPane(api);
  await user.selectOptions(await screen.findByLabelText('Readable for'), '7 days');
  await user.click(screen.getByLabelText('Allow reply'));
  await user.click(await send());
  await accepted(1);
  expect(inputsOf(sendMessage.path)).toMatchObject([
    {
      from: 'alex@harbour.example',
      recipients: [
        { kind: 'to', address: 'pat@client.example' },
        { kind: 'cc', address: 'lee@harbour.example' },
      ],
      subject: 'Your scan results',
      attachments: [{ uploadId: '1'.padStart(22, '0'), name: 'scan.pdf', contentType: 'application/pdf', contentId: null }],
      options: { expiresInDays: 7, allowReply: false },
    },
  ]);
  expect(await uploads[0]?.content.text()).toBe('scan');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(outlook.draft()).toMatchObject({ state: 'discarded', customProperties: {} }));
});

test('what was typed after the pane opened goes out too', async () => {
  const outlook = placeFakeOffice({ draft, contents });
  const { api, inputsOf } = fakeApi();
  const user = renderPane(api);
  const button = await send();
  outlook.change((now) => ({ ...now, subject: 'Corrected' }));
  await user.click(button);
  await accepted(1);
  expect(inputsOf(sendMessage.path)).toMatchObject([{ subject: 'Corrected' }]);
});

test('a recipient added in Outlook appears in the pane', async () => {
  const outlook = placeFakeOffice({ draft, contents });
  renderPane(fakeApi().api);
  await send();
  outlook.change((now) => ({ ...now, bcc: people('jo@insurer.example') }));
  outlook.fire('olkRecipientsChanged');
  expect(await screen.findByText('jo@insurer.example')).toBeVisible();
});

test('a pane that says accepted says so still when somebody comes back to it', async () => {
  const outlook = placeFakeOffice({ draft, contents, mailboxMinor: 8 });
  const { api, inputsOf } = fakeApi();
  const user = renderPane(api);
  await user.click(await send());
  await accepted(1);
  dispatchEvent(new Event('focus'));
  outlook.fire('olkRecipientsChanged');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await accepted(1);
  expect(screen.queryByRole('button', { name: 'Send Secure' })).toBeNull();
  expect(inputsOf(sendMessage.path)).toHaveLength(1);
});

test('a double click sends once', async () => {
  placeFakeOffice({ draft, contents });
  const { api, inputsOf } = fakeApi();
  const user = renderPane(api);
  await user.dblClick(await send());
  await accepted(1);
  expect(inputsOf(sendMessage.path)).toHaveLength(1);
});

test('without a resolved recipient nothing is sent, and the pane says what to do', async () => {
  const outlook = placeFakeOffice({ draft: { ...draft, to: { people: [], typed: 'pat' }, cc: people() }, contents });
  const { api, inputsOf } = fakeApi();
  const user = renderPane(api);
  await user.click(await send());
  expect(await screen.findByRole('alert')).toHaveTextContent('Outlook has not resolved any recipient yet.Finish the addresses');
  outlook.change((now) => ({ ...now, to: people('pat@client.example') }));
  await user.click(await send());
  await accepted(1);
  expect(inputsOf(sendMessage.path)).toHaveLength(1);
});

test('a file that Outlook does not hand over is named; nothing is sent until it is removed', async () => {
  const outlook = placeFakeOffice({ draft, answers: { getAttachmentContentAsync: () => ({ content: '', format: 'base64' }) } });
  const { api, inputsOf } = fakeApi();
  const user = renderPane(api);
  await user.click(await send());
  expect(await screen.findByRole('alert')).toHaveTextContent('“scan.pdf” cannot be sent.');
  expect(screen.getByRole('list', { name: 'Files' })).toHaveTextContent('Outlook hands over an empty file');
  expect(inputsOf(sendMessage.path)).toEqual([]);
  outlook.change((now) => ({ ...now, attachments: [] }));
  await user.click(await send());
  await accepted(1);
});

test('a picture in the text that no page shows is listed as a file, told of, and goes out as one', async () => {
  const photo = anAttachment({ id: 'a2', name: 'photo.heic', size: 5, isInline: true, contentId: 'photo@harbour.example' });
  const html = '<p>See <img src="cid:photo@harbour.example"></p>';
  placeFakeOffice({ draft: { ...draft, html, attachments: [photo] }, contents: { a2: 'photo' } });
  const { api, inputsOf } = fakeApi();
  const user = renderPane(api);
  expect(await screen.findByText(/photo\.heic is of a kind that recipients cannot see in the text/)).toBeVisible();
  expect(screen.getByRole('list', { name: 'Files' })).toHaveTextContent('photo.heic5 bytes');
  expect(screen.queryByText('1 picture in the text')).toBeNull();
  await user.click(await send());
  await accepted(1);
  expect(inputsOf(sendMessage.path)).toMatchObject([{ attachments: [{ name: 'photo.heic', contentId: null }] }]);
});

test('a cancelled send leaves nothing behind and can be started again', async () => {
  const plan = anAttachment({ id: 'a2', name: 'plan.pdf' });
  placeFakeOffice({ draft: { ...draft, attachments: [scan, plan] }, contents: { ...contents, a2: 'plan' } });
  let isHanging = true;
  const { api, inputsOf, uploads, kept } = fakeApi({}, async ({ name, signal }) => {
    if (!isHanging || name !== plan.name) return;
    await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('cancelled'))));
  });
  const user = renderPane(api);
  await user.click(await send());
  await waitFor(() => expect([kept.size, uploads.length]).toEqual([1, 2]));
  expect(screen.getByRole('status')).toHaveTextContent('plan.pdf');
  const cancel = screen.getByRole('button', { name: 'Cancel' });
  await waitFor(() => expect(cancel).not.toHaveAttribute('aria-disabled', 'true'));
  await user.click(cancel);
  const again = await send();
  await waitFor(() => expect(kept.size).toBe(0));
  expect(Object.keys(localStorage)).toEqual([]);
  expect(inputsOf(sendMessage.path)).toEqual([]);
  isHanging = false;
  await user.click(again);
  await accepted(1);
  expect(kept.size).toBe(2);
});

test.each([
  ['no network', new CallError('offline'), 'There is no connection to the server.'],
  ['the server down', new CallError('database_unavailable'), 'We cannot reach your messages at the moment.'],
  ["somebody else's address", new CallError('sender_not_yours'), 'not one of your own addresses'],
  ['an ended sign-in', new CallError('token_expired'), 'Your sign-in has ended.'],
])('%s: a sentence, a next step and a way to try again', async (_what, failure, sentence) => {
  placeFakeOffice({ draft, contents });
  let isBroken = true;
  const policy = () => {
    if (isBroken) throw failure;
    return aPolicy;
  };
  const user = renderPane(fakeApi({ [readSendPolicy.path]: policy }).api);
  expect(await screen.findByRole('alert')).toHaveTextContent(sentence);
  isBroken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await send();
});

test('a pane that is opened again after a lost answer says that the message was accepted, and sends nothing', async () => {
  const outlook = placeFakeOffice({ draft: { ...draft, customProperties: { sealpostSendKey: 'k'.repeat(22) } } });
  const { api, inputsOf } = fakeApi({ [findSend.path]: () => ({ accepted: { ...anAcceptance, recipientCount: 2 } }) });
  renderPane(api);
  await accepted(2);
  expect(screen.getByText(/only the answer was lost/)).toBeVisible();
  expect(inputsOf(findSend.path)).toEqual([{ sendKey: 'k'.repeat(22) }]);
  expect(inputsOf(sendMessage.path)).toEqual([]);
  expect(outlook.draft()).toMatchObject({ state: 'open', customProperties: {} });
});

test('a send that never reached the server is repeated under the same key', async () => {
  placeFakeOffice({ draft: { ...draft, attachments: [], customProperties: { sealpostSendKey: 'k'.repeat(22) } } });
  const { api, inputsOf } = fakeApi();
  const user = renderPane(api);
  await user.click(await send());
  await accepted(1);
  expect(inputsOf(sendMessage.path)).toMatchObject([{ sendKey: 'k'.repeat(22) }]);
  expect(inputsOf(discardUpload.path)).toEqual([]);
});

test('an older Outlook cannot throw the draft away, so the pane says what to choose', async () => {
  const outlook = placeFakeOffice({ draft, contents, mailboxMinor: 8 });
  const user = renderPane(fakeApi().api);
  await user.click(await send());
  await accepted(1);
  expect(screen.getByText('When Outlook asks, choose to discard the draft.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(await screen.findByText(/If this window is still open, please close it yourself/)).toBeVisible();
  expect(outlook.asked.at(-1)).toBe('close');
});

test('a draft that was changed after the click stays open, with words about it and the way to send the change', async () => {
  const outlook = placeFakeOffice({ draft, contents });
  const changeIt = () => {
    outlook.change((now) => ({ ...now, html: '<p>Dear Pat, please call.</p>' }));
    return anAcceptance;
  };
  const user = renderPane(fakeApi({ [sendMessage.path]: changeIt }).api);
  await user.click(await send());
  await accepted(1);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(await screen.findByText(/The draft was changed after it was sent, and the change was not sent\./)).toBeVisible();
  expect(screen.getByText('When you close it, Outlook asks what becomes of the draft.')).toBeVisible();
  expect(outlook.draft().state).toBe('open');
  await user.click(screen.getByRole('button', { name: 'Look the draft over again' }));
  expect(await screen.findByText('Dear Pat, please call.')).toBeVisible();
});
