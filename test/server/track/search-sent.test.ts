import { beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { InputOf } from '../../../contract/endpoint.ts';
import { sendMessage } from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { purgeMessages } from '../../../server/expire/purge-messages.ts';
import { aMessage } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, MINUTE } from '../../support/test-clock.ts';

const app = useApp();

const pat = { address: 'pat@client.example', name: 'Pat Doe', kind: 'to' as const };
const jorg = { address: 'j.gross@praxis.example', name: 'Jörg Groß', kind: 'bcc' as const };

async function sent(changes: Partial<InputOf<typeof sendMessage>>, client = app.staff()): Promise<string> {
  app.clock.advance(MINUTE);
  const { messageId } = await client.call(sendMessage, aMessage(changes));
  await app.work();
  return messageId;
}

async function subjectsFor(text: string, client = app.staff()): Promise<string[]> {
  const { entries, nextCursor, searchedUntil } = await client.call(track.searchSent, { text });
  expect({ nextCursor, searchedUntil }).toEqual({ nextCursor: null, searchedUntil: null });
  return entries.map(({ subject }) => subject);
}

beforeAll(async () => {
  await sent({ subject: 'Blood test', recipients: [pat], html: '<p>Ferritin</p>' });
  await sent({ subject: 'Invoice 4711', recipients: [pat, jorg] });
  await sent({ subject: '東京のお知らせ', recipients: [jorg] });
}, 60_000);

test.each<[string, string, string[]]>([
  ['a word of the subject', 'invoice', ['Invoice 4711']],
  ['a number', '4711', ['Invoice 4711']],
  ['the beginning of a word', 'inv', ['Invoice 4711']],
  ['a recipient by name, newest first', 'doe', ['Invoice 4711', 'Blood test']],
  ['a recipient by a part of the address', 'praxis', ['東京のお知らせ', 'Invoice 4711']],
  ['a Bcc, which its sender may know, without accents', 'jorg GROSS', ['東京のお知らせ', 'Invoice 4711']],
  ['all of several words, of subject and recipient', 'pat blood', ['Blood test']],
  ['words that never meet', 'blood invoice', []],
  ['writing without spaces', '東京', ['東京のお知らせ']],
  ['a word of the text, which is not searched', 'ferritin', []],
])('a sender finds by %s', async (_what, text, subjects) => {
  expect(await subjectsFor(text)).toEqual(subjects);
});

test('nobody finds what somebody else sent, and equal words of two senders do not look equal', async () => {
  const lee = app.staff('lee');
  expect(await subjectsFor('blood', lee)).toEqual([]);
  await sent({ subject: 'Blood test', from: 'lee@harbour.example', recipients: [pat] }, lee);
  expect(await subjectsFor('blood', lee)).toEqual(['Blood test']);
  const stored = await mongoose.connection.collection('messages').find({ 'recipients.0.address': pat.address }).toArray();
  const [alexs, lees] = ['Alex', 'Lee'].map((name) => {
    const mine = stored.filter(({ author }) => JSON.stringify(author).includes(`"${name}`));
    return new Set(mine.flatMap(({ words }) => words as string[]));
  });
  expect(alexs?.size).toBeGreaterThan(10);
  expect([...(lees ?? [])].filter((word) => alexs?.has(word))).toEqual([]);
});

test('a corrected address finds its message as soon as the correction is answered', async () => {
  const messageId = await sent({ subject: 'Wrong turn', recipients: [{ ...pat, address: 'mistyped@client.example' }] });
  const { recipients } = await app.staff().call(track.readSent, { messageId });
  const correction = { messageId, deliveryId: recipients[0]?.deliveryId ?? '', address: 'righthere@client.example', name: '' };
  await app.staff().call(track.correctAddress, correction);
  expect(await subjectsFor('righthere')).toEqual(['Wrong turn']);
  expect(await subjectsFor('mistyped')).toEqual(['Wrong turn']);
});

test('a purged message is found by its recipients, which the list still shows, and not by its subject', async () => {
  const recipients = [{ ...pat, address: 'longgone@client.example' }];
  await sent({ subject: 'Ephemeral', recipients, options: { expiresInDays: 1, allowReply: true } });
  expect(await subjectsFor('ephemeral longgone')).toEqual(['Ephemeral']);
  app.clock.advance(32 * DAY);
  await purgeMessages(app.context);
  await purgeMessages(app.context);
  expect(await subjectsFor('ephemeral')).toEqual([]);
  expect(await app.staff().call(track.searchSent, { text: 'longgone' })).toMatchObject({ entries: [{ isPurged: true }] });
});

test('projected again, the words stay the same; the database shows none of them', async () => {
  const messageId = await sent({ subject: 'Canaryword', recipients: [pat] });
  const stored = () => mongoose.connection.collection('messages').findOne({ _id: messageId } as object);
  const before = await stored();
  await app.staff().call(track.extendMessage, { messageId, deliveryIds: null, expiresInDays: 3 });
  await app.work();
  expect((await stored())?.['words']).toEqual(before?.['words']);
  expect(JSON.stringify(before?.['words'])).not.toMatch(/canary|client|doe/i);
});

test.each<[string, object, object]>([
  ['nothing', { text: ' ' }, { code: 'search_words_missing', fields: ['text'] }],
  ['one letter', { text: 'a' }, { code: 'search_words_missing' }],
  ['10,000 characters', { text: 'word '.repeat(2000) }, { code: 'search_too_long', limit: 200 }],
  ['an operator of the database', { text: { $ne: '' } }, { code: 'invalid_input', fields: ['text'] }],
  ['a cursor that is none', { text: 'word', cursor: 'x' }, { code: 'invalid_input', fields: ['cursor'] }],
])('refuses %s', async (_what, criteria, error) => {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(criteria) };
  expect(await (await app.staff().fetch(track.searchSent.path, request)).json()).toMatchObject({ error });
});
