import { expect, test } from '@jest/globals';
import { readDraft } from '../../../addin/outlook/read-draft.ts';
import { anAttachment, people, placeFakeOffice } from '../../support/place-fake-office.ts';

test('the draft holds sender, everybody whom Outlook resolved, subject, text and files', async () => {
  const outlook = placeFakeOffice({
    draft: {
      to: { ...people('pat@client.example'), typed: 'still typi' },
      cc: people('sam@client.example'),
      bcc: people('jo@insurer.example'),
      subject: 'Scan',
      html: '<p>Dear Pat</p>',
      attachments: [anAttachment()],
    },
  });
  const draft = await readDraft();
  expect(draft.from.address).toBe('alex@harbour.example');
  expect(draft.recipients.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
    'to pat@client.example',
    'cc sam@client.example',
    'bcc jo@insurer.example',
  ]);
  expect(draft).toMatchObject({ subject: 'Scan', attachments: [{ id: 'a1', name: 'scan.pdf', kind: 'file', contentId: null }] });
  expect(draft.html).toContain('<p>Dear Pat</p>');
  expect(outlook.mostAtOnce()).toBeLessThanOrEqual(3);
});

test('text that Outlook delivers late is not lost', async () => {
  const readings = ['Dear', 'Dear Pat, you', 'Dear Pat, you are well', 'Dear Pat, you are well'];
  placeFakeOffice({ answers: { 'body.getAsync': () => readings.shift() } });
  expect((await readDraft()).html).toBe('Dear Pat, you are well');
  expect(readings).toEqual([]);
});

test('links to cloud files and attached mails are told apart from files', async () => {
  const listed = ['file', 'cloud', 'item'].map((attachmentType) => ({ ...anAttachment({ id: attachmentType }), attachmentType }));
  placeFakeOffice({ answers: { getAttachmentsAsync: () => listed } });
  expect((await readDraft()).attachments.map(({ kind }) => kind)).toEqual(['file', 'cloud', 'item']);
});

test('a draft that Outlook does not hand over is a failure, not an empty message', async () => {
  placeFakeOffice({ answers: { 'to.getAsync': () => Promise.reject(new Error('no')) } });
  await expect(readDraft()).rejects.toMatchObject({ code: 'outlook_refused' });
});
