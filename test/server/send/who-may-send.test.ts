import { beforeAll, expect, test } from '@jest/globals';
import * as compose from '../../../contract/compose.ts';
import { type Endpoint, fillPath } from '../../../contract/endpoint.ts';
import * as send from '../../../contract/send.ts';
import { createClient, type Client } from '../../support/client.ts';
import { storedFiles } from '../../support/leftovers.ts';
import { aKey, aMessage, aMessageReceived, anUpload } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { HOUR } from '../../support/test-clock.ts';

const app = useApp();

const ofStaff: [string, Endpoint, Record<string, unknown>][] = [
  ['the policy', send.readSendPolicy, {}],
  ['an upload', send.uploadAttachment, {}],
  ['a renewal', send.renewUploads, { uploadIds: [aKey()] }],
  ['a removal', send.discardUpload, { uploadId: aKey() }],
  ['a send', send.sendMessage, aMessage()],
  ['a look at a send', send.findSend, { sendKey: aKey() }],
];
const ofRecipients: [string, Endpoint, Record<string, unknown>][] = [
  ['an upload', compose.uploadReplyFile, {}],
  ['a copy', compose.copyReplyFile, { uploadId: aKey() }],
  ['a renewal', compose.renewReplyFiles, { uploadIds: [aKey()] }],
  ['a removal', compose.discardReplyFile, { uploadId: aKey() }],
  ['a reply', compose.sendReply, { sendKey: aKey(), deliveryId: aKey(), html: 'Thank you', attachments: [] }],
];

/** What a client is answered that asks for an endpoint with plain, valid input. */
async function ask(client: Client, endpoint: Endpoint, input: Record<string, unknown>, headers: Record<string, string> = {}) {
  const { path, rest } = fillPath(endpoint.path, input);
  const form = new FormData();
  form.set('file', new Blob(['bytes']), 'a.txt');
  const isJson = endpoint.method === 'POST' && endpoint.body === 'json';
  const answer = await client.fetch(path, {
    method: endpoint.method,
    headers: isJson ? { 'content-type': 'application/json', ...headers } : headers,
    ...(isJson ? { body: JSON.stringify(rest) } : endpoint.body === 'file' ? { body: form } : {}),
  });
  const { error } = (await answer.json()) as { error?: { code: string } };
  return { status: answer.status, code: error?.code };
}

let recipient: Client;
let someoneElsesToken: string;

beforeAll(async () => {
  ({ recipient } = await aMessageReceived(app));
  const tid = '00000000-0000-4000-8000-000000000001';
  const iss = `${app.identity.settings.authority}/${tid}/v2.0`;
  someoneElsesToken = await app.identity.token({ claims: { tid, iss } });
});

test.each(ofStaff)('%s of staff is refused without a token', async (_what, endpoint, input) => {
  expect(await ask(app.visitor(), endpoint, input)).toEqual({ status: 401, code: 'not_signed_in' });
});

test.each(ofStaff)('%s of staff is refused to the session of a recipient', async (_what, endpoint, input) => {
  expect(await ask(recipient, endpoint, input)).toEqual({ status: 401, code: 'not_signed_in' });
});

test.each(ofStaff)('%s of staff is refused with an expired token', async (_what, endpoint, input) => {
  const past = Math.floor(app.clock.now().getTime() / 1000) - (3 * HOUR) / 1000;
  const token = await app.identity.token({ claims: { iat: past, nbf: past, exp: past + 3600 } });
  const answer = await ask(app.visitor(), endpoint, input, { authorization: `Bearer ${token}` });
  expect(answer).toEqual({ status: 401, code: 'token_expired' });
});

test.each(ofStaff)(
  '%s of staff is refused with the token of another tenant, a broken or an empty one',
  async (_what, endpoint, input) => {
    for (const authorization of [`Bearer ${someoneElsesToken}`, 'Bearer a.b.c', 'Bearer', 'Basic YWxleDpwYXNz', ''])
      expect(await ask(app.visitor(), endpoint, input, { authorization })).toEqual({ status: 401, code: 'not_signed_in' });
  },
);

test.each(ofRecipients)('%s of a recipient is refused without a session', async (_what, endpoint, input) => {
  expect(await ask(app.visitor(), endpoint, input)).toEqual({ status: 401, code: 'not_signed_in' });
});

test.each(ofRecipients)('%s of a recipient is refused to staff and to an unknown session', async (_what, endpoint, input) => {
  expect(await ask(app.staff(), endpoint, input)).toEqual({ status: 401, code: 'not_signed_in' });
  const stranger = app.visitor();
  stranger.cookies.set('__Host-session', 'A'.repeat(43));
  expect(await ask(stranger, endpoint, input)).toEqual({ status: 401, code: 'not_signed_in' });
});

test.each([...ofStaff, ...ofRecipients].filter(([, { method }]) => method !== 'GET'))(
  '%s from a page of another site is refused',
  async (_what, endpoint, input) => {
    const foreign = { origin: 'https://evil.example' };
    expect(await ask(app.staff(), endpoint, input, foreign)).toEqual({ status: 403, code: 'foreign_origin' });
    expect(await ask(recipient, endpoint, input, foreign)).toEqual({ status: 403, code: 'foreign_origin' });
  },
);

test('a message under an own address outside the organisation is refused: its answers would leave unprotected', async () => {
  const guest = createClient(app.origin, app.context.config.PUBLIC_ORIGIN, () =>
    app.identity.token({ claims: { upn: 'alex@elsewhere.example', verified_primary_email: ['alex@elsewhere.example'] } }),
  );
  const answer = await ask(guest, send.sendMessage, aMessage({ from: 'alex@elsewhere.example' }));
  expect(answer).toEqual({ status: 403, code: 'sender_not_yours' });
});

test('a guest of the tenant can store nothing', async () => {
  const guest = createClient(app.origin, app.context.config.PUBLIC_ORIGIN, () =>
    app.identity.token({ claims: { upn: 'alex@elsewhere.example', verified_primary_email: ['alex@elsewhere.example'] } }),
  );
  const before = await storedFiles();
  const refusal = { code: 'sender_addresses_missing' };
  await expect(guest.upload(send.uploadAttachment, new Blob(['bytes']))).rejects.toMatchObject(refusal);
  await expect(guest.call(send.renewUploads, { uploadIds: [] })).rejects.toMatchObject(refusal);
  expect(await storedFiles()).toEqual(before);
});

test('a message under somebody else’s address is refused', async () => {
  const answer = await ask(app.staff('lee'), send.sendMessage, aMessage());
  expect(answer).toEqual({ status: 403, code: 'sender_not_yours' });
});

test('one’s own address counts whatever its capitals', async () => {
  expect((await app.staff().call(send.sendMessage, aMessage({ from: 'Alex@Harbour.Example' }))).recipientCount).toBe(1);
});

test('staff whose token vouches for no address cannot send', async () => {
  const token = await app.identity.token({ claims: { upn: undefined } });
  const answer = await ask(app.visitor(), send.sendMessage, aMessage(), { authorization: `Bearer ${token}` });
  expect(answer).toEqual({ status: 403, code: 'sender_addresses_missing' });
});

test('a colleague cannot attach, renew or throw away what somebody else has uploaded', async () => {
  const file = await anUpload(app.staff('alex'), 'bytes of Alex');
  const robin = app.staff('robin');
  const theft = aMessage({ from: 'robin@harbour.example', attachments: [file] });
  await expect(robin.call(send.sendMessage, theft)).rejects.toMatchObject({ code: 'upload_not_found' });
  await robin.call(send.renewUploads, { uploadIds: [file.uploadId] });
  await robin.call(send.discardUpload, { uploadId: file.uploadId });
  expect((await app.staff('alex').call(send.sendMessage, aMessage({ attachments: [file] }))).recipientCount).toBe(1);
});

test('nobody learns what became of somebody else’s send', async () => {
  const message = aMessage();
  const accepted = await app.staff('alex').call(send.sendMessage, message);
  expect(await app.staff('alex').call(send.findSend, { sendKey: message.sendKey })).toEqual({ accepted });
  expect(await app.staff('robin').call(send.findSend, { sendKey: message.sendKey })).toEqual({ accepted: null });
});
