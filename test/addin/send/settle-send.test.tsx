import { beforeEach, expect, test } from '@jest/globals';
import { openDraft } from '../../../addin/send/open-draft.ts';
import { closeWindow } from '../../../addin/send/settle-send.ts';
import { startSending } from '../../../addin/send/start-sending.ts';
import { findSend, sendMessage } from '../../../contract/send.ts';
import { outlookProfiles } from '../../../demo/outlook/outlook-profile.ts';
import type { SimulatedDraft } from '../../../demo/outlook/simulated-draft.ts';
import { anAcceptance, fakeApi } from '../../support/fake-api.ts';
import { aPane } from '../../support/headless-pane.ts';
import { hurry } from '../../support/hurry.ts';
import { anAttachment, people, placeFakeOffice } from '../../support/place-fake-office.ts';

const scan = anAttachment();
const draft = { to: people('pat@client.example'), subject: 'Scan', html: '<p>Dear Pat</p>', attachments: [scan] };
const contents = { a1: 'scan', a2: 'plan' };
const key = 'k'.repeat(22);

hurry();
beforeEach(() => localStorage.clear());

/** A message that was accepted, while this happened to its draft. */
async function acceptedWhile(happens: (now: SimulatedDraft) => SimulatedDraft, outlook = placeFakeOffice({ draft, contents })) {
  const { api, inputsOf } = fakeApi({
    [sendMessage.path]: () => {
      outlook.change(happens);
      return anAcceptance;
    },
  });
  const { flow, last } = aPane(api);
  await openDraft(flow);
  await startSending(flow);
  const close = async () => {
    const state = last();
    if (state?.step !== 'accepted') throw new Error('not accepted');
    await closeWindow(flow, state);
  };
  return { flow, last, close, outlook, inputsOf };
}

test.each<[string, (now: SimulatedDraft) => SimulatedDraft]>([
  ['typed', (now) => ({ ...now, html: '<p>Dear Pat</p><p>Please come at nine.</p>' })],
  ['attached', (now) => ({ ...now, attachments: [scan, anAttachment({ id: 'a2', name: 'plan.pdf' })] })],
  [
    'attached in the place of another file of the same name',
    (now) => ({ ...now, attachments: [{ ...scan, id: 'a2', size: 5 }] }),
  ],
  [
    'attached in the place of another file of the same name and size',
    (now) => ({ ...now, attachments: [{ ...scan, id: 'a2' }] }),
  ],
  ['added as a recipient', (now) => ({ ...now, cc: people('sam@client.example') })],
])(
  'what was %s while the message was handed over is never thrown away, and can go out as another message',
  async (_what, happens) => {
    const { flow, last, close, outlook, inputsOf } = await acceptedWhile(happens);
    expect(last()).toMatchObject({ closing: 'soon' });
    await close();
    expect(last()).toMatchObject({ step: 'accepted', draft: 'changed', closing: 'on_click' });
    expect(outlook.draft().state).toBe('open');
    await close();
    expect(outlook.draft().state).toBe('closed');
    await openDraft(flow);
    await startSending(flow);
    expect(last()).toMatchObject({ step: 'accepted', how: 'now', draft: 'as_sent' });
    const keys = inputsOf(sendMessage.path).map(({ sendKey }) => sendKey);
    expect(new Set(keys).size).toBe(2);
  },
);

test('a draft that Outlook only wrote otherwise, with a file whose size it estimates anew, is discarded', async () => {
  const { close, outlook } = await acceptedWhile((now) => ({
    ...now,
    html: '<div><p>Dear&nbsp;Pat</p></div>',
    attachments: [{ ...scan, size: 5000 }],
  }));
  await close();
  expect(outlook.draft().state).toBe('discarded');
});

test('a draft that cannot be read any more is not discarded', async () => {
  const { last, close, outlook } = await acceptedWhile((now) => now);
  Object.assign(Office.context.mailbox.item ?? {}, { getAttachmentsAsync: () => undefined });
  await close();
  expect(last()).toMatchObject({ step: 'accepted', draft: 'unknown', closing: 'by_hand' });
  expect(outlook.draft().state).toBe('open');
});

test('who wants to look the draft over while the window is being closed can', async () => {
  const { flow, last, close, outlook } = await acceptedWhile((now) => now);
  const closing = close();
  await Promise.all([closing, openDraft(flow)]);
  expect(last()).toMatchObject({ step: 'ready' });
  expect(outlook.draft().state).toBe('open');
});

test('after a lost answer nobody knows what was changed since, so Outlook asks what becomes of the draft', async () => {
  const outlook = placeFakeOffice({ draft: { ...draft, customProperties: { sealpostSendKey: key } } });
  const { flow, last } = aPane(fakeApi({ [findSend.path]: () => ({ accepted: anAcceptance }) }).api);
  await openDraft(flow);
  const state = last();
  expect(state).toMatchObject({ how: 'answer_lost', draft: 'unknown', closing: 'on_click' });
  if (state?.step === 'accepted') await closeWindow(flow, state);
  expect(outlook.draft().state).toBe('closed');
});

test('an answer in the reading pane of classic Outlook does not close: people are told to do it themselves', async () => {
  const answer = { ...draft, inReplyTo: '<abc@mail.example>' };
  const outlook = placeFakeOffice({ draft: answer, contents, profile: outlookProfiles.classic });
  const { last, close } = await acceptedWhile((now) => now, outlook);
  await close();
  expect(last()).toMatchObject({ step: 'accepted', draft: 'as_sent', closing: 'by_hand' });
  expect(outlook.asked.at(-1)).toBe('close');
  expect(outlook.draft().state).toBe('open');
});
