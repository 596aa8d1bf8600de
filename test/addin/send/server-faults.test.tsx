import { beforeEach, expect, test } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { createApi } from '../../../addin/api.ts';
import { OutlookError } from '../../../addin/outlook/outlook-error.ts';
import type { GetAccessToken } from '../../../addin/outlook/sign-in.ts';
import { isSignInWindowOpen, throughWindow } from '../../../addin/outlook/sign-in-window.ts';
import { openDraft } from '../../../addin/send/open-draft.ts';
import { cancelSending } from '../../../addin/send/send-flow.ts';
import { startSending } from '../../../addin/send/start-sending.ts';
import { aPane } from '../../support/headless-pane.ts';
import { hurry } from '../../support/hurry.ts';
import { type Fault, placePaneServer } from '../../support/pane-server.ts';
import { anAttachment, people, placeFakeOffice } from '../../support/place-fake-office.ts';

const files = ['a1', 'a2'].map((id) => anAttachment({ id, name: `${id}.pdf` }));
const draft = { to: people('pat@client.example'), subject: 'Scan', html: '<p>Dear Pat</p>', attachments: files };
const contents = { a1: 'scan', a2: 'plan' };

hurry();
beforeEach(() => {
  localStorage.clear();
  placeFakeOffice({ draft, contents });
});

/** A pane that has read the draft, beside a server of its own. */
async function anOpenPane(getAccessToken: GetAccessToken = async () => 'token') {
  const server = placePaneServer();
  const pane = aPane(createApi(getAccessToken));
  await openDraft(pane.flow);
  return { ...pane, server };
}
type Server = ReturnType<typeof placePaneServer>;

const namesIn = (server: Server) => [...server.messages.values()].map(({ attachments }) => (attachments as unknown[]).length);

test.each<Fault>(['refused', 'busy', 'throttled', 'failing'])(
  'rules that cannot be read (%s) are a failure with a way to try again',
  async (fault) => {
    const server = placePaneServer();
    server.lay('policy', fault);
    const { flow, last } = aPane(createApi(async () => 'token'));
    await openDraft(flow);
    expect(last()).toMatchObject({ step: 'failed', repeat: 'open' });
    await openDraft(flow);
    expect(last()).toMatchObject({ step: 'ready' });
  },
);

test.each<[string, Fault[]]>([
  ['cannot begin', ['refused']],
  ['breaks in the middle', ['cut', 'cut']],
  ['arrives, but its answer is lost', ['lost']],
  ['is put off by something between', ['busy', 'busy']],
  ['is put off by the server', ['throttled']],
  ['meets an error of ours', ['failing']],
  ['meets a server that starts again', ['cut', 'refused', 'refused', 'refused', 'busy']],
])('a file whose upload %s goes up by itself, and the message is sent once', async (_what, faults) => {
  const { flow, last, server } = await anOpenPane();
  server.lay('upload', ...faults);
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect(server.isThrough()).toBe(true);
  expect(namesIn(server)).toEqual([2]);
  expect([...new Set(server.files)].sort()).toEqual(['a1.pdf', 'a2.pdf']);
  expect(server.files.filter((name) => name === 'a2.pdf').length).toBeLessThanOrEqual(2);
});

test.each<Fault[]>([
  ['refused', 'refused', 'refused'],
  ['cut', 'failing'],
  ['lost'],
  ['lost', 'busy', 'lost'],
  ['throttled', 'throttled'],
])('a message handed over through %s is accepted once, and its files go up once', async (...faults) => {
  const { flow, last, server } = await anOpenPane();
  server.lay('send', ...faults);
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect(server.messages.size).toBe(1);
  expect(server.files).toHaveLength(2);
});

test.each<[string, Fault, string]>([
  ['stays away', 'refused', 'now'],
  ['accepts, but never gets an answer through', 'lost', 'answer_lost'],
])('a server that %s: trying again asks for the same send first, and it is sent once', async (_what, fault, how) => {
  const { flow, last, server } = await anOpenPane();
  server.lay('send', fault, fault, fault, fault);
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'failed', failure: { code: 'offline' }, repeat: 'send' });
  server.lay('find', 'refused');
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'failed', failure: { code: 'offline' } });
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted', how });
  expect(server.messages.size).toBe(1);
});

test('who is asked to come again in an hour is told so, at once', async () => {
  const { flow, last, server } = await anOpenPane();
  server.lay('upload', 'much later');
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'failed', failure: { code: 'throttled', details: { retryAfterSeconds: 3600 } } });
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted' });
});

test('a token that ends between two files is renewed, by a window if need be, and what was uploaded stays', async () => {
  let token = 'old';
  const windows: string[] = [];
  const { flow, last, server } = await anOpenPane(async (wish) => {
    if (wish !== 'fresh') return token;
    windows.push('opened');
    await new Promise((resolve) => setTimeout(resolve, 100));
    return (token = 'new');
  });
  server.lay('upload', 'expired');
  server.lay('send', 'expired');
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect([...server.files].sort()).toEqual(['a1.pdf', 'a2.pdf']);
  expect(windows.length).toBeLessThanOrEqual(2);
  expect(server.tokens.at(-1)).toBe('Bearer new');
});

test('who closes that window is told that they are not signed in; no second window comes, and trying again sends once', async () => {
  let isSignedIn = true;
  let windows = 0;
  const { flow, last, server } = await anOpenPane(async (wish, isQuiet) => {
    if (isSignedIn && wish !== 'fresh') return 'token';
    if (!isQuiet) windows += 1;
    isSignedIn = false;
    throw new OutlookError('sign_in_cancelled');
  });
  server.lay('upload', 'expired');
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'failed', failure: { code: 'sign_in_cancelled' }, repeat: 'send' });
  expect(windows).toBe(1);
  isSignedIn = true;
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect(server.messages.size).toBe(1);
});

/** Signing in, through a window that nobody answers as soon as somebody wishes that for a token from before, or for a fresh one. */
function signInByWindow() {
  let windowFor: string | null = null;
  const getAccessToken: GetAccessToken = (wish = 'kept') =>
    wish === windowFor ? throughWindow(new Promise<never>(() => undefined)) : Promise.resolve('token');
  return { getAccessToken, openFor: (wish: 'kept' | 'fresh' | null) => (windowFor = wish) };
}

test.each([
  ['before the message is handed over gives it up like the rest', 'kept', true, { step: 'ready' }],
  ['while it is handed over says that nobody is signed in', 'fresh', false, { failure: { code: 'sign_in_cancelled' } }],
] as const)('Cancel in a sign-in window %s, and trying again sends once', async (_what, wish, canCancel, shown) => {
  const { getAccessToken, openFor } = signInByWindow();
  placeFakeOffice({ draft: { ...draft, attachments: [] } });
  const { flow, last, server } = await anOpenPane(getAccessToken);
  openFor(wish);
  server.lay('send', 'expired');
  const sending = startSending(flow);
  await waitFor(() => expect(isSignInWindowOpen()).toBe(true));
  expect(last()).toMatchObject({ step: 'uploading', canCancel });
  cancelSending(flow);
  await sending;
  expect(last()).toMatchObject(shown);
  openFor(null);
  await startSending(flow);
  expect(last()).toMatchObject({ step: 'accepted', how: 'now' });
  expect(server.messages.size).toBe(1);
});
