import { beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { sendReply } from '../../../contract/compose.ts';
import type { InputOf } from '../../../contract/endpoint.ts';
import { changeDeliveries, searchDeliveries, type SearchCriteria } from '../../../contract/mailbox.ts';
import { sendMessage } from '../../../contract/send.ts';
import type { Client } from '../../support/client.ts';
import { aKey, aMessage, aMessageReceived, anUpload, signedIn } from '../../support/story.ts';
import { bytesOf, storedBytes } from '../../support/stored-bytes.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY } from '../../support/test-clock.ts';

const app = useApp();
const PAT = 'pat@client.example';
let pat: Client;

type Message = Partial<InputOf<typeof sendMessage>>;

/** What Pat has, the oldest first; told apart by their subjects. */
const received: Message[] = [
  { subject: 'Blood test', html: '<p>Your ferritin is fine. Größe und Gewicht: gut.</p>' },
  { subject: 'Ferritin again', html: '<p>Please come on Monday.</p>' },
  { subject: '東京のお知らせ', html: '<p>京都に行きます。检查结果正常。</p>' },
  { subject: 'نتائج الفحص', html: '<p>مُحَمَّد بخير</p>' },
];

beforeAll(async () => {
  const first = await aMessageReceived(app, { subject: 'Welcome', recipients: [{ address: PAT, name: 'Pat Doe', kind: 'to' }] });
  pat = first.recipient;
  for (const message of received) await sendToPat(message);
  const upload = await anUpload(app.staff(), 'x', 'Röntgenbild-Schulter.pdf');
  await sendToPat({ subject: 'Your picture', attachments: [upload] });
  await pat.call(sendReply, {
    sendKey: aKey(),
    deliveryId: first.deliveryId,
    html: '<p>Cordially thanking you</p>',
    attachments: [],
  });
  await app.work();
}, 60_000);

async function sendToPat(message: Message, others: InputOf<typeof sendMessage>['recipients'] = []): Promise<void> {
  app.clock.advance(60_000);
  const recipients = [{ address: PAT, name: 'Pat Doe', kind: 'to' as const }, ...others];
  await app.staff().call(sendMessage, aMessage({ recipients, ...message }));
  await app.work();
}

async function subjectsFor(criteria: SearchCriteria, client = pat): Promise<string[]> {
  const { entries, nextCursor } = await client.call(searchDeliveries, criteria);
  expect(nextCursor).toBeNull();
  return entries.map(({ subject }) => subject);
}

test.each<[string, SearchCriteria, string[]]>([
  ['a word of the body or the subject, newest first', { text: 'ferritin' }, ['Ferritin again', 'Blood test']],
  ['the beginning of a word of the subject', { text: 'ferr' }, ['Ferritin again']],
  ['the beginning of a word of the body is not enough', { text: 'mond' }, []],
  ['all of several words, wherever they stand', { text: 'monday FERRITIN' }, ['Ferritin again']],
  ['words that never stand in one message', { text: 'monday picture' }, []],
  ['subject', { subject: 'ferritin' }, ['Ferritin again']],
  ['body', { body: 'ferritin' }, ['Blood test']],
  ['sender by a part of the address', { from: 'harbour.example', subject: 'Blood' }, ['Blood test']],
  ['sender of what one wrote oneself', { from: 'pat' }, ['Re: Welcome']],
  ['recipient', { to: 'Alex' }, ['Re: Welcome']],
  ['attachment name, without the dots of ö', { attachmentName: 'rontgenbild schulter' }, ['Your picture']],
  ['attachment name by its beginning', { text: 'schul' }, ['Your picture']],
  ['has attachment', { hasAttachment: true }, ['Your picture']],
  ['sharp s as ss', { text: 'GRÖSSE' }, ['Blood test']],
  ['Japanese inside other signs', { text: '京都' }, ['東京のお知らせ']],
  ['Chinese by one ideograph', { body: '检' }, ['東京のお知らせ']],
  ['Arabic without vowel points', { text: 'محمد' }, ['نتائج الفحص']],
  ['quotes and operators, which are no words', { text: '"ferritin" -again* $ne {blood}' }, []],
  ['signs around a word', { text: '("ferritin")* && blood' }, ['Blood test']],
])('finds by %s', async (_what, criteria, subjects) => {
  expect(await subjectsFor(criteria)).toEqual(subjects);
});

test('unread messages, folders and dates narrow a search', async () => {
  const all = await subjectsFor({ from: 'alex' });
  expect(all).toHaveLength(6);
  expect(await subjectsFor({ isUnread: true })).toEqual(all);
  expect(await subjectsFor({ isUnread: false })).toEqual(['Re: Welcome']);
  expect(await subjectsFor({ folder: 'sent' })).toEqual(['Re: Welcome']);
  expect(await subjectsFor({ folder: 'deleted' })).toEqual([]);
  const { entries } = await pat.call(searchDeliveries, { subject: 'ferritin' });
  const sentAt = entries[0]?.sentAt ?? '';
  expect(await subjectsFor({ from: 'alex', sentAfter: sentAt })).toEqual(all.slice(0, 4));
  expect(await subjectsFor({ from: 'alex', sentBefore: sentAt })).toEqual(all.slice(4));
  expect(await subjectsFor({ sentAfter: sentAt, sentBefore: sentAt })).toEqual([]);
});

test('what is in Deleted is found there alone', async () => {
  await sendToPat({ subject: 'Throwaway' });
  const { entries } = await pat.call(searchDeliveries, { text: 'throwaway' });
  await pat.call(changeDeliveries, { deliveryIds: entries.map(({ deliveryId }) => deliveryId), change: 'delete' });
  expect(await subjectsFor({ text: 'throwaway' })).toEqual([]);
  expect(await subjectsFor({ text: 'throwaway', folder: 'deleted' })).toEqual(['Throwaway']);
});

test('nobody finds a message by a Bcc they may not see, and each Bcc finds their own', async () => {
  await sendToPat({ subject: 'For several' }, [
    { address: 'kim@client.example', name: 'Kim Hidden', kind: 'bcc' },
    { address: 'lee@client.example', name: 'Lee Open', kind: 'cc' },
  ]);
  expect(await subjectsFor({ to: 'lee' })).toEqual(['For several']);
  expect(await subjectsFor({ to: 'kim' })).toEqual([]);
  expect(await subjectsFor({ text: 'hidden' })).toEqual([]);
  const { recipient: kim } = await aMessageReceived(app, { recipients: [{ address: 'kim@client.example', kind: 'to' }] });
  expect(await subjectsFor({ to: 'kim', subject: 'several' }, kim)).toEqual(['For several']);
});

test('nobody finds what was sent to somebody else', async () => {
  const { recipient: stranger } = await aMessageReceived(app, { subject: 'Mine alone' });
  expect(await subjectsFor({ text: 'ferritin' }, stranger)).toEqual([]);
  expect(await subjectsFor({ text: 'mine' }, stranger)).toEqual(['Mine alone']);
});

test('a message that has ended is found by what its line still shows, never by its text or its files', async () => {
  const upload = await anUpload(app.staff(), 'x', 'Endedplan.pdf');
  await sendToPat({
    subject: 'Soon over',
    html: '<p>Endedtext</p>',
    attachments: [upload],
    options: { expiresInDays: 1, allowReply: true },
  });
  expect(await subjectsFor({ text: 'endedtext' })).toEqual(['Soon over']);
  app.clock.advance(2 * DAY);
  const again = await aSignedInPat();
  const { entries } = await again.call(searchDeliveries, { text: 'soon' });
  expect(entries).toMatchObject([{ subject: 'Soon over', state: 'expired' }]);
  const hidden: SearchCriteria[] = [
    { text: 'endedtext' },
    { body: 'endedtext' },
    { text: 'endedplan' },
    { attachmentName: 'endedplan' },
  ];
  for (const criteria of hidden) expect(await subjectsFor(criteria, again)).toEqual([]);
  expect(await subjectsFor({ text: 'soon alex', from: 'morgan', to: 'pat', hasAttachment: true }, again)).toEqual(['Soon over']);
});

test('the last twelve months are searched, and older messages too on request', async () => {
  await sendToPat({ subject: 'Anniversary', options: { expiresInDays: null, allowReply: true } });
  app.clock.advance(370 * DAY);
  const again = await aSignedInPat();
  await sendToPat({ subject: 'Anniversary again' });
  expect(await again.call(searchDeliveries, { text: 'anniversary' })).toMatchObject({
    entries: [{ subject: 'Anniversary again' }],
    hasOlder: true,
  });
  expect(await subjectsFor({ text: 'anniversary', isOlderIncluded: true }, again)).toEqual(['Anniversary again', 'Anniversary']);
  const sentAfter = new Date(app.clock.now().getTime() - 400 * DAY).toISOString();
  expect(await subjectsFor({ text: 'anniversary', sentAfter }, again)).toHaveLength(2);
});

const aSignedInPat = () => signedIn(app, PAT);

test.each<[string, object, object]>([
  ['nothing at all', {}, { code: 'search_words_missing' }],
  ['one letter', { text: 'a' }, { code: 'search_words_missing', fields: ['text'] }],
  ['signs alone', { subject: '?! "" $$' }, { code: 'search_words_missing', fields: ['subject'] }],
  ['10,000 characters', { body: 'word '.repeat(2000) }, { code: 'search_too_long', fields: ['body'], limit: 200 }],
  ['an operator of the database', { text: { $ne: '' } }, { code: 'invalid_input', fields: ['text'] }],
  ['an unknown field', { bcc: 'kim' }, { code: 'invalid_input' }],
  ['a date that is none', { sentAfter: '2026-13-45T00:00:00.000Z' }, { code: 'invalid_input', fields: ['sentAfter'] }],
  ['a cursor that is none', { text: 'word', cursor: 'x' }, { code: 'invalid_input', fields: ['cursor'] }],
])('refuses %s', async (_what, criteria, error) => {
  const client = await aSignedInPat();
  const answer = await client.fetch(searchDeliveries.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(criteria),
  });
  expect(await answer.json()).toMatchObject({ error });
});

test('the database shows no word of a message, in plain or folded', async () => {
  const stored = await storedBytes('deliveries');
  expect(stored.includes((await mongoose.connection.collection('deliveries').findOne())?.['messageId'] as string)).toBe(true);
  expect(bytesOf([{ sealed: Buffer.from('京都 ferritin') }]).includes('京都')).toBe(true);
  for (const word of ['ferritin', 'Ferritin', 'rontgenbild', 'Röntgenbild', '京都', 'harbour', 'alex'])
    expect(stored.includes(word)).toBe(false);
});
