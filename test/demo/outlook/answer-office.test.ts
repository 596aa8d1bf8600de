import { expect, test } from '@jest/globals';
import { answerOffice } from '../../../demo/outlook/answer-office.ts';
import { outlookProfiles } from '../../../demo/outlook/outlook-profile.ts';
import { type SimulatedDraft, newDraft } from '../../../demo/outlook/simulated-draft.ts';

function aDesk(changes: Partial<SimulatedDraft>) {
  let draft: SimulatedDraft = { ...newDraft(), ...changes };
  const ask = answerOffice({
    draft: () => draft,
    change: (update) => {
      draft = update(draft);
    },
    sender: { name: 'Alex Morgan', address: 'alex@harbour.example' },
    contentOf: async (id) => btoa(id),
    profile: outlookProfiles['mailbox-1.16'],
  });
  return { ask, draft: () => draft };
}

const picture = { id: 'p', name: 'image001.png', size: 1, isInline: true, contentId: 'image001.png@01' };

test('what is still being typed is no recipient', async () => {
  const { ask } = aDesk({ to: { people: [{ name: 'Pat', address: 'pat@client.example' }], typed: 'sa' } });
  expect(await ask('to.getAsync')).toEqual([
    { displayName: 'Pat', emailAddress: 'pat@client.example', recipientType: 'externalUser' },
  ]);
});

test('a picture that was deleted from the text is no attachment any more', async () => {
  const shown = aDesk({ attachments: [picture], html: '<img src="cid:image001.png@01">' });
  expect(await shown.ask('getAttachmentsAsync')).toMatchObject([{ id: 'p', attachmentType: 'file' }]);
  expect(await aDesk({ attachments: [picture], html: '' }).ask('getAttachmentsAsync')).toEqual([]);
});

test('it notes what it was asked, the latest last', async () => {
  const { ask, draft } = aDesk({ attachments: [picture] });
  for (const member of ['subject.getAsync', 'body.getAsync', 'subject.getAsync']) await ask(member);
  await ask('getAttachmentContentAsync', 'p');
  await ask('closeAsync', { discardItem: true });
  expect(draft().actions.map(({ what, times }) => `${what} ${times}`)).toEqual([
    'Read the text 1',
    'Read the subject 2',
    'Read image001.png 1',
    'Discarded the draft and closed the window 1',
  ]);
  expect(draft().state).toBe('discarded');
});

test('what Outlook would refuse is refused', async () => {
  const { ask } = aDesk({});
  await expect(ask('getAttachmentContentAsync', 'gone')).rejects.toThrow('invalid');
  await expect(ask('sendAsync')).rejects.toThrow('does not know');
});
