import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { InputOf } from '../../../contract/endpoint.ts';
import * as send from '../../../contract/send.ts';
import { aMessage, anUpload } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp({ MAX_EXPIRES_IN_DAYS: '90', MAY_NEVER_EXPIRE: 'no' });

type Message = InputOf<typeof send.sendMessage>;

const post = async (body: unknown) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': 'application/json' };
  const answer = await app.staff().fetch(send.sendMessage.path, { method: 'POST', body: text, headers });
  const { error } = (await answer.json()) as { error?: { code: string; fields?: string[]; limit?: number } };
  return { status: answer.status, ...error };
};

const to = (address: string) => [{ address, kind: 'to' as const }];

async function expectRefused(changes: object, refusal: object): Promise<void> {
  expect(await post({ ...aMessage(), ...changes })).toMatchObject(refusal);
  expect(await mongoose.connection.collection('messages').countDocuments({})).toBe(0);
}

test('a message without recipients is refused', async () => {
  await expectRefused({ recipients: [] }, { status: 400, code: 'invalid_input', fields: ['recipients'] });
});

test.each([
  ['a command smuggled in', 'a@b\r\nRCPT TO:<x@y>'],
  ['a line end behind a good address', 'pat@client.example\r\nBcc: x@y.example'],
  ['a group', 'friends: pat@client.example, kim@client.example;'],
  ['a list', 'pat@client.example,kim@client.example'],
  ['a comment', 'pat(doe)@client.example'],
  ['a comment in the domain', 'pat@(comment)client.example'],
  ['a quoted local part', '"pat doe"@client.example'],
  ['a name in front', 'Pat <pat@client.example>'],
  ['angle brackets', '<pat@client.example>'],
  ['a source route', '@relay.example:pat@client.example'],
  ['300 characters', `${'a'.repeat(50)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.example`],
  ['a local part of 65 characters', `${'a'.repeat(65)}@client.example`],
  ['no domain', 'pat'],
  ['no local part', '@client.example'],
  ['a number as domain', 'pat@[127.0.0.1]'],
  ['a bare number as domain', 'pat@127.0.0.1'],
  ['one label', 'pat@localhost'],
  ['two dots', 'pat..doe@client.example'],
  ['a nul', 'pat\u0000@client.example'],
  ['a path behind the domain', 'pat@client.example/path'],
])('an address with %s is refused', async (_what, address) => {
  await expectRefused({ recipients: to(address) }, { status: 400, code: 'invalid_input', fields: ['recipients.0.address'] });
});

test('one bad address among good ones is named and nobody gets the message', async () => {
  const recipients = [...to('pat@client.example'), ...to('kim@client'), ...to('lee@client.example')];
  await expectRefused({ recipients }, { code: 'invalid_input', fields: ['recipients.1.address'] });
});

test('more than a hundred different recipients are refused with the limit', async () => {
  const many = Array.from({ length: 101 }, (_, n) => to(`pat${n}@client.example`)).flat();
  await expectRefused({ recipients: many }, { status: 400, code: 'too_many_recipients', limit: 100, fields: ['recipients'] });
});

test('a body of six megabytes is refused with the limit, one that no contract allows while it arrives', async () => {
  const limit = 5 * 1024 * 1024;
  await expectRefused({ html: 'x'.repeat(6 * 1024 * 1024) }, { status: 413, code: 'body_too_large', limit, fields: ['html'] });
  await expectRefused({ html: 'ü'.repeat(3 * 1024 * 1024) }, { status: 413, code: 'body_too_large', limit });
  await expectRefused({ html: 'x'.repeat(13 * 1024 * 1024) }, { status: 413, code: 'body_too_large' });
});

test.each<[string, object, string]>([
  ['an unknown field', { isUrgent: true }, ''],
  ['an unknown option', { options: { expiresInDays: 30, allowReply: true, allowForward: true } }, 'options'],
  ['an unknown field of a recipient', { recipients: [{ ...to('pat@client.example')[0], accountId: 'x' }] }, 'recipients.0'],
  ['an operator as key', { sendKey: { $ne: null } }, 'sendKey'],
  ['an operator as address', { recipients: [{ address: { $ne: null }, kind: 'to' }] }, 'recipients.0.address'],
  [
    'an operator as upload',
    { attachments: [{ uploadId: { $gt: '' }, name: 'a', contentType: 'b', contentId: null }] },
    'attachments.0.uploadId',
  ],
  ['a number as subject', { subject: 5 }, 'subject'],
  ['a list as text', { html: ['<p>'] }, 'html'],
  ['a text as list', { recipients: 'pat@client.example' }, 'recipients'],
  ['a line end in the subject', { subject: 'Results\r\nBcc: x@y.example' }, 'subject'],
  ['a subject of 1,000 characters', { subject: 'x'.repeat(1000) }, 'subject'],
  ['a control character in a name', { recipients: [{ ...to('pat@client.example')[0], name: 'Pat\u0007' }] }, 'recipients.0.name'],
  ['an unknown kind', { recipients: [{ address: 'pat@client.example', kind: 'reply-to' }] }, 'recipients.0.kind'],
  ['a half day', { options: { expiresInDays: 0.5, allowReply: true } }, 'options.expiresInDays'],
  ['no day', { options: { expiresInDays: 0, allowReply: true } }, 'options.expiresInDays'],
  ['400 days', { options: { expiresInDays: 400, allowReply: true } }, 'options.expiresInDays'],
  ['a key of another form', { sendKey: 'short' }, 'sendKey'],
  ['a sender that is no address', { from: 'alex' }, 'from'],
])('%s is refused, and the field is named', async (_what, changes, field) => {
  await expectRefused(changes, { status: 400, code: 'invalid_input', ...(field === '' ? {} : { fields: [field] }) });
});

test.each([
  ['more days than the organisation allows', 91],
  ['no end where the organisation wants one', null],
])('%s are refused, with the most that it allows', async (_what, expiresInDays) => {
  const refusal = { status: 403, code: 'against_policy', fields: ['options.expiresInDays'], limit: 90 };
  await expectRefused({ options: { expiresInDays, allowReply: true } }, refusal);
});

test('lists of hundreds of thousands of items are refused before any of them is looked at', async () => {
  const recipients = Array.from({ length: 250_000 }, () => ({ address: 'x', kind: 'q' }));
  // Processor time: what else runs on the machine does not count.
  const before = process.cpuUsage();
  await expectRefused({ recipients }, { status: 400, code: 'invalid_input', fields: ['recipients'], limit: 1000 });
  await expectRefused({ attachments: recipients }, { status: 400, code: 'invalid_input', fields: ['attachments'], limit: 1000 });
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(12_000);
});

test('a missing field is refused, and named', async () => {
  const { options: _options, ...rest } = aMessage();
  expect(await post(rest)).toMatchObject({ code: 'invalid_input', fields: ['options'] });
});

test('keys that reach for the prototype are refused and reach nothing', async () => {
  const text = JSON.stringify(aMessage());
  for (const key of ['__proto__', 'constructor', 'prototype', 'toString'])
    expect(await post(`${text.slice(0, -1)},"${key}":{"isAdmin":true}}`)).toMatchObject({ code: 'invalid_input' });
  const inside = text.replace('"options":{', '"options":{"__proto__":{"isAdmin":true},');
  expect(await post(inside)).toMatchObject({ code: 'invalid_input' });
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

test('JSON that is 100,000 levels deep, cut off or no object is refused', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const whole = JSON.stringify(aMessage());
  const asHtml = whole.replace('"subject"', `"deep":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)},"subject"`);
  for (const body of [deep, asHtml, whole.slice(0, -10), 'null', '"text"', '[]', '{"a":1}{"b":2}'])
    expect(await post(body)).toMatchObject({ status: 400, code: 'invalid_input' });
});

test('a body that is no JSON by its type, or compressed, is refused', async () => {
  const body = JSON.stringify(aMessage());
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await app.staff().fetch(send.sendMessage.path, { method: 'POST', body, headers: { 'content-type': type } });
    expect(answer.status).toBe(415);
  }
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const packed = await app.staff().fetch(send.sendMessage.path, { method: 'POST', body: 'x', headers });
  expect(packed.status).toBe(415);
});

test('files that nobody uploaded, and names or content ids out of bounds, are refused', async () => {
  const file = await anUpload(app.staff(), 'bytes');
  const attach = (changes: object): Partial<Message> => ({ attachments: [{ ...file, ...changes }] });
  const fields = ['attachments.0'];
  await expectRefused(attach({ uploadId: 'A'.repeat(22) }), { status: 404, code: 'upload_not_found', fields });
  await expectRefused(attach({ contentId: 'a b' }), { code: 'invalid_input' });
  await expectRefused(attach({ contentId: 'a\r\nX-Header: b' }), { code: 'invalid_input' });
  await expectRefused(attach({ contentType: 'x'.repeat(300) }), { code: 'invalid_input' });
});
