import { beforeEach, expect, jest, test } from '@jest/globals';
import { configure, screen } from '@testing-library/react';
import { CallError } from '../../../contract/call.ts';
import { readSendPolicy, sendMessage } from '../../../contract/send.ts';
import { aPolicy, anAcceptance, fakeApi } from '../../support/fake-api.ts';
import { people, placeFakeOffice } from '../../support/place-fake-office.ts';
import { renderPane } from '../../support/render-pane.tsx';

const draft = { to: people('pat@client.example'), subject: 'Your scan results', html: '<p>Dear Pat</p>' };
const send = () => screen.findByRole('button', { name: 'Send Secure' });

configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
beforeEach(() => localStorage.clear());

test('every option that is chosen goes out, each under its own name', async () => {
  placeFakeOffice({ draft });
  const { api, inputsOf } = fakeApi();
  const user = renderPane(api);
  await user.click(await screen.findByLabelText('Allow reply all'));
  await user.click(screen.getByLabelText('Tell me when it is opened'));
  await user.click(screen.getByLabelText('Allow print'));
  await user.click(await send());
  await screen.findByRole('heading', { name: 'Accepted for 1 recipient' });
  const chosen = { allowReplyAll: false, readReceipt: true, allowPrint: false };
  expect(inputsOf(sendMessage.path).map(({ options }) => options)).toEqual([{ ...aPolicy.defaults, ...chosen }]);
});

test('without reply there is no reply to all', async () => {
  placeFakeOffice({ draft });
  const { api, inputsOf } = fakeApi();
  const user = renderPane(api);
  await user.click(await screen.findByLabelText('Allow download'));
  await user.click(screen.getByLabelText('Allow reply'));
  expect(screen.getByLabelText('Allow reply all')).toBeDisabled();
  expect(screen.getByLabelText('Allow reply all')).not.toBeChecked();
  await user.click(await send());
  await screen.findByRole('heading', { name: 'Accepted for 1 recipient' });
  const options = { expiresInDays: 30, allowReply: false, allowPrint: true, allowDownload: false };
  expect(inputsOf(sendMessage.path)).toMatchObject([{ options }]);
});

test('what the organisation has decided is shown, cannot be changed, and says why', async () => {
  placeFakeOffice({ draft });
  const decided = { ...aPolicy, defaults: { ...aPolicy.defaults, expiresInDays: 7, allowPrint: false } };
  const policy = { ...decided, fixed: ['expiresInDays', 'allowPrint'] as const };
  renderPane(fakeApi({ [readSendPolicy.path]: () => policy }).api);
  for (const label of ['Readable for', 'Allow print']) {
    expect(await screen.findByLabelText(label)).toBeDisabled();
    expect(screen.getByLabelText(label)).toHaveAccessibleDescription('Grey options are set by your organisation.');
  }
  expect(screen.getByLabelText('Readable for')).toHaveValue('7');
  expect(screen.getByLabelText('Allow print')).not.toBeChecked();
  expect(screen.getByLabelText('Allow reply')).toBeEnabled();
});

test('rules that changed between reading and sending are shown before anything leaves', async () => {
  placeFakeOffice({ draft });
  let policy: typeof aPolicy = aPolicy;
  const { api, inputsOf } = fakeApi({
    [readSendPolicy.path]: () => policy,
    [sendMessage.path]: ({ options }: { options: { allowPrint: boolean } }) => {
      if (options.allowPrint) throw new CallError('against_policy', { fields: ['options.allowPrint'] });
      return anAcceptance;
    },
  });
  const user = renderPane(api);
  const button = await send();
  policy = { ...aPolicy, defaults: { ...aPolicy.defaults, allowPrint: false }, fixed: ['allowPrint'] };
  await user.click(button);
  expect(await screen.findByText(/rules have changed meanwhile/)).toBeVisible();
  expect(await screen.findByLabelText('Allow print')).toBeDisabled();
  await user.click(await send());
  await screen.findByRole('heading', { name: 'Accepted for 1 recipient' });
  expect(inputsOf(sendMessage.path)).toHaveLength(2);
});

test.each([
  ['Outlook tells what is answered', { inReplyTo: `<message.${'a'.repeat(22)}@harbour.example>` }, 16],
  ['Outlook does not tell, but the subject is tagged', { subject: 'RE: [Secure] Your scan results' }, 8],
])('an answer to a secure message warns of Outlook’s own Send: %s', async (_how, changes, mailboxMinor) => {
  placeFakeOffice({ draft: { ...draft, ...changes }, mailboxMinor });
  const { api, inputsOf } = fakeApi();
  const user = renderPane(api);
  expect(await screen.findByText(/This answers a secure message\./)).toBeVisible();
  await user.click(await send());
  await screen.findByRole('heading', { name: 'Accepted for 1 recipient' });
  expect(inputsOf(sendMessage.path)).toMatchObject([{ inReplyTo: 'inReplyTo' in changes ? changes.inReplyTo : null }]);
});

test('any other answer is not warned of', async () => {
  placeFakeOffice({ draft: { ...draft, inReplyTo: '<abc@mail.example>' } });
  renderPane(fakeApi().api);
  await send();
  expect(screen.queryByText(/This answers a secure message\./)).toBeNull();
});
