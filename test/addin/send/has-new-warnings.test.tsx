import { beforeEach, expect, test } from '@jest/globals';
import { openDraft } from '../../../addin/send/open-draft.ts';
import { startSending } from '../../../addin/send/start-sending.ts';
import { sendMessage } from '../../../contract/send.ts';
import { outlookProfiles } from '../../../demo/outlook/outlook-profile.ts';
import type { SimulatedDraft } from '../../../demo/outlook/simulated-draft.ts';
import { fakeApi } from '../../support/fake-api.ts';
import { aPane } from '../../support/headless-pane.ts';
import { hurry } from '../../support/hurry.ts';
import { anAttachment, people, placeFakeOffice } from '../../support/place-fake-office.ts';

const link = (name: string) => `<a href="https://harbour.sharepoint.com/${name}">${name}</a>`;
const draft = { to: people('pat@client.example'), subject: 'Scan', html: `<p>Dear Pat, ${link('plan.docx')}</p>` };
const picture = (name: string) => anAttachment({ id: 'p1', name, isInline: true, contentId: 'p1@harbour.example' });
const place = '<img src="cid:p1@harbour.example">';

hurry();
beforeEach(() => localStorage.clear());

/** A pane whose draft became this between the reading that it shows and the click, in an Outlook of this kind. */
async function sentAfter(changes: Partial<SimulatedDraft>, profile = outlookProfiles['mailbox-1.16']) {
  placeFakeOffice({ draft });
  const { api, inputsOf } = fakeApi();
  const pane = aPane(api);
  await openDraft(pane.flow);
  placeFakeOffice({ draft: { ...draft, ...changes }, contents: { p1: 'picture' }, profile });
  await startSending(pane.flow);
  return { ...pane, sent: () => inputsOf(sendMessage.path).length };
}

test.each<[string, Partial<SimulatedDraft>, keyof typeof outlookProfiles]>([
  ['a picture that lies on this computer only', { html: `${draft.html}<img src="file:///c:/scan.png">` }, 'mailbox-1.16'],
  ['a picture whose place is not known', { html: draft.html + place, attachments: [picture('p.png')] }, 'pictures-no-place'],
  ['a picture that no page shows', { html: draft.html + place, attachments: [picture('p.heic')] }, 'mailbox-1.16'],
  ['a link to a file in the cloud', { html: draft.html + link('budget.xlsx') }, 'mailbox-1.16'],
  ['a list among the people', {}, 'distribution-list'],
])('%s that came after the draft was shown is told before anything leaves, and sent at the next click', async (...told) => {
  const [, changes, profile] = told;
  const { flow, problems, last, sent } = await sentAfter(changes, outlookProfiles[profile]);
  expect(last()).toMatchObject({ step: 'ready', wasRefused: true });
  expect([problems(), sent()]).toEqual([['warned_anew'], 0]);
  await startSending(flow);
  expect([last()?.step, sent()]).toEqual(['accepted', 1]);
});

test('what was warned of already, or is no longer there, holds nothing up', async () => {
  const fewer = await sentAfter({ html: '<p>Dear Pat</p>' });
  expect(fewer.sent()).toBe(1);
  const same = await sentAfter({ html: `<p>Dear Pat, please read ${link('plan.docx')}</p>` });
  expect(same.sent()).toBe(1);
});
