import { beforeEach, expect, test } from '@jest/globals';
import { openDraft } from '../../../addin/send/open-draft.ts';
import { rereadDraft } from '../../../addin/send/send-flow.ts';
import { startSending } from '../../../addin/send/start-sending.ts';
import { sendMessage } from '../../../contract/send.ts';
import { outlookProfiles } from '../../../demo/outlook/outlook-profile.ts';
import type { SimulatedAttachment } from '../../../demo/outlook/simulated-draft.ts';
import { fakeApi } from '../../support/fake-api.ts';
import { aPane } from '../../support/headless-pane.ts';
import { hurry } from '../../support/hurry.ts';
import { anAttachment, people, placeFakeOffice } from '../../support/place-fake-office.ts';

const files = ['a', 'b', 'c', 'd'].map((id) => anAttachment({ id, name: `${id}.pdf` }));
const draft = { to: people('pat@client.example'), subject: 'Scan', html: '<p>Dear Pat</p>', attachments: files };
const contents = { a: 'AAAA', b: 'BBBB', c: 'CCCC', d: 'DDDD' };

hurry();
beforeEach(() => localStorage.clear());

type Files = readonly SimulatedAttachment[];
const withFirstAtTheEnd = ([first, ...rest]: Files) => (first ? [...rest, first] : []);

/** Sends, and meanwhile does this to the list of files. */
async function sendWhile(happens: (files: Files) => Files, profile = outlookProfiles.classic, attachments: Files = files) {
  const outlook = placeFakeOffice({ draft: { ...draft, attachments }, contents, profile });
  let isDone = false;
  const { api, inputsOf } = fakeApi({}, async () => {
    if (!isDone) outlook.change((now) => ({ ...now, attachments: happens(now.attachments) }));
    isDone = true;
  });
  const { flow, problems, last } = aPane(api);
  await openDraft(flow);
  await startSending(flow);
  return { flow, problems, last, outlook, sent: inputsOf(sendMessage.path) };
}

test('a file that is removed and attached again during the upload moves the others: none goes out with the content of another', async () => {
  const { problems, sent } = await sendWhile(withFirstAtTheEnd);
  expect(sent).toEqual([]);
  expect(problems()).toEqual(['changed_meanwhile']);
});

test('files of the same name that change places during the upload are read again, and not sent as one another', async () => {
  const twins = [files[0], files[1]].flatMap((file, index) => (file ? [{ ...file, name: 'scan.pdf', size: 4 + index }] : []));
  const { problems, sent } = await sendWhile((now) => now.toReversed(), outlookProfiles.classic, twins);
  expect(sent).toEqual([]);
  expect(problems()).toEqual(['changed_meanwhile']);
});

test('an Outlook whose ids stay with their files may list them in another order', async () => {
  const { last, sent } = await sendWhile(withFirstAtTheEnd, outlookProfiles['mailbox-1.16']);
  expect(last()).toMatchObject({ step: 'accepted' });
  expect(sent).toMatchObject([{ attachments: files.map(({ name }) => ({ name })) }]);
});

test('a file that was refused is named, and not another one that takes its place in the list', async () => {
  const mail = anAttachment({ id: 'b', name: 'offer.msg' });
  const [first, , third] = files as [SimulatedAttachment, SimulatedAttachment, SimulatedAttachment];
  const { flow, problems, last, outlook } = await sendWhile((now) => now, outlookProfiles.classic, [first, mail, third]);
  expect(last()).toMatchObject({ problems: [{ kind: 'unreadable_file', name: 'offer.msg', reason: 'item' }] });
  outlook.change((now) => ({ ...now, attachments: [first, third] }));
  await rereadDraft(flow);
  expect(problems()).toEqual([]);
});
