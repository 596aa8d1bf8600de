import { expect, test } from '@jest/globals';
import { findProblems } from '../../../addin/send/find-problems.ts';
import type { OutgoingMessage } from '../../../addin/send/outgoing-message.ts';
import { aPolicy } from '../../support/fake-api.ts';

const to = (address: string) => ({ kind: 'to' as const, name: '', address, isList: false });
const file = (size: number, unreadable: 'cloud' | null = null) => ({
  id: `f${size}`,
  name: 'scan.pdf',
  size,
  contentType: 'application/pdf',
  contentId: null,
  unreadable,
  read: async () => new Uint8Array(size),
});
const message = (changes: Partial<OutgoingMessage>): OutgoingMessage => ({
  from: 'alex@harbour.example',
  recipients: [to('pat@client.example')],
  subject: 'Scan',
  html: '<p>Dear Pat</p>',
  text: 'Dear Pat',
  files: [],
  inReplyTo: null,
  strayPictures: 0,
  unshownPictures: [],
  missingPictures: 0,
  cloudLinks: [],
  ...changes,
});
const kinds = (changes: Partial<OutgoingMessage>) => findProblems(message(changes), aPolicy).map(({ kind }) => kind);

test('an ordinary message has no problem', () => expect(kinds({ files: [file(1000)] })).toEqual([]));

test.each<[string, Partial<OutgoingMessage>, string]>([
  ['nobody to send to', { recipients: [] }, 'no_recipients'],
  ['101 recipients', { recipients: Array.from({ length: 101 }, (_, n) => to(`p${n}@client.example`)) }, 'too_many_recipients'],
  ['a recipient that is no address', { recipients: [to('/o=Harbour/cn=list')] }, 'recipient_without_address'],
  ['a contact group', { recipients: [{ ...to(''), name: 'Friends', isList: true }] }, 'list_without_address'],
  ["a mailbox that is not the sender's", { from: 'lee@harbour.example' }, 'sender_not_allowed'],
  ['a subject of 999 characters', { subject: 'x'.repeat(999) }, 'subject_too_long'],
  ['a subject with a line break', { subject: 'Scan\r\nBcc: x@y.example' }, 'subject_unreadable'],
  ['a text of 6 MB', { html: 'ä'.repeat(3 * 1024 * 1024) }, 'text_too_large'],
  ['500 files', { files: Array.from({ length: 500 }, () => file(0)) }, 'too_many_files'],
  ['files that are too large together', { files: [file(600), file(401)] }, 'files_too_large'],
  ['more than colleagues can get', { recipients: [to('lee@harbour.example')], files: [file(501)] }, 'too_large_inside'],
  [
    'a text that is more than colleagues can get',
    { recipients: [to('lee@harbour.example')], html: 'ä'.repeat(251) },
    'too_large_inside',
  ],
  ['a link to a cloud file', { files: [file(1, 'cloud')] }, 'unreadable_file'],
])('%s keeps a message from being sent', (_what, changes, kind) => {
  expect(kinds(changes)).toEqual([kind]);
});

test('the same person in To and Cc counts once', () => {
  const recipients = Array.from({ length: 100 }, (_, n) => to(`p${n}@client.example`));
  expect(kinds({ recipients: [...recipients, to('P0@Client.example')] })).toEqual([]);
});
