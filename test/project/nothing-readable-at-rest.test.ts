import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as account from '../../contract/account.ts';
import * as compose from '../../contract/compose.ts';
import { fillPath } from '../../contract/endpoint.ts';
import { downloadAttachment, openMessage, searchDeliveries } from '../../contract/mailbox.ts';
import { changeSettings } from '../../contract/settings.ts';
import type { Client } from '../support/client.ts';
import { setUpApp, setUpPasskey } from '../support/second-step.ts';
import { aKey, aMessageReceived, anUpload, codeOf, PASSWORD, signedIn, textOf } from '../support/story.ts';
import { useApp } from '../support/test-app.ts';
import { wordsInFiles } from '../support/words-in-files.ts';

const app = useApp();
jest.setTimeout(240_000);

/** What every text of this run begins with that must be sealed; it stands nowhere else. */
const CANARY = `canary${randomBytes(6).toString('hex')}`;
const canary = (what: string) => `${CANARY}${what}`;
const startedMs = Date.now() - 1000;
const temporaryBefore = new Set(await readdir(os.tmpdir()));

test('what people write, and what opens their account, is readable in no document, no file of the database, no temporary file and no log', async () => {
  const { recipient, deliveryId, address } = await aMessageReceived(app, {
    subject: `About ${canary('subject')}`,
    html: `<p>${canary('body')}</p>`,
    attachments: [await anUpload(app.staff(), `${canary('text')} `.repeat(5000), `${canary('name')}.pdf`)],
  });
  const { attachments } = await recipient.call(openMessage, { deliveryId });
  const file = fillPath(downloadAttachment.path, { deliveryId, attachmentId: attachments[0]?.attachmentId ?? '' });
  expect(await (await recipient.fetch(file.path)).text()).toContain(canary('text'));
  await writeAll(recipient, deliveryId);
  await recipient.call(searchDeliveries, { folder: 'inbox', text: canary('body') });
  const secrets = await waysIn(recipient, address);
  await app.work();
  const mails = app.sink.mailsTo('alex@harbour.example').map(textOf);
  expect(mails.filter((text) => text.includes(canary('reply')))).toHaveLength(1);

  expect(secrets.every((secret) => secret.length >= 8)).toBe(true);
  const stored = await everythingStored();
  expect([CANARY, ...secrets].filter((secret) => stored.includes(secret))).toEqual([]);
  const logged = app.log.join('\n');
  const personal = [address, 'alex@harbour.example', deliveryId, 'Pat Doe', 'Alex Morgan'];
  expect([CANARY, ...secrets, ...personal].filter((text) => logged.includes(text))).toEqual([]);
  expect(logged).toContain('request');
  await expectFilesWithout(CANARY, address);
});

/** A reply, a draft with its file and a quote, settings. */
async function writeAll(recipient: Client, deliveryId: string): Promise<void> {
  const fileOf = async (what: string) => {
    const name = `${canary(what)}.txt`;
    const { uploadId } = await recipient.upload(compose.uploadReplyFile, new Blob([canary(what)]), name);
    return { uploadId, name, contentType: 'text/plain', contentId: null };
  };
  const reply = { sendKey: aKey(), deliveryId, html: canary('reply'), hasQuote: true, attachments: [await fileOf('replied')] };
  await recipient.call(compose.sendReply, reply);
  await recipient.call(compose.saveDraft, {
    ...{ draftId: aKey(), revision: 0, kind: 'new', deliveryId: null, to: ['alex@harbour.example'], hasQuote: false },
    ...{ subject: canary('plan'), html: canary('draft'), attachments: [await fileOf('drafted')] },
  });
  await recipient.call(changeSettings, { signature: canary('signature') });
}

/** Everything by which somebody comes in, made and asked for; a code and a link also while they wait to be mailed. */
async function waysIn(recipient: Client, address: string): Promise<string[]> {
  await setUpPasskey(recipient, canary('passkey'));
  const { key, recoveryCodes } = await setUpApp(app, recipient);
  const code = codeOf(app, address);
  await app.visitor().call(account.requestPasswordMail, { address });
  const waiting = await everythingStored();
  await app.work();
  const link = /#\S*?([\w-]{22})\b/.exec(
    app.sink
      .mailsTo(address)
      .map(textOf)
      .findLast((text) => text.includes('#')) ?? '',
  )?.[1];
  expect(waiting).not.toContain(link);
  const session = [...recipient.cookies.values()][0] ?? '';
  const half = await signedIn(app, address);
  const codes = [code, ...recoveryCodes].flatMap((one) => [one, one.replace(/[ -]/, '')]);
  return [link ?? '', key, ...codes, PASSWORD, session, ...half.cookies.values()];
}

/** Every document of the database as its bytes, read as text. */
async function everythingStored(): Promise<string> {
  const database = mongoose.connection.db;
  if (!database) throw new Error('no database');
  const parts: string[] = [];
  for (const { name } of await database.listCollections().toArray()) {
    for await (const document of database.collection(name).find()) {
      parts.push(Buffer.from(mongoose.mongo.BSON.serialize(document)).toString('latin1'));
    }
  }
  expect(parts.length).toBeGreaterThan(10);
  return parts.join('\n');
}

/** Looks through the files of the database, in which an address can be found as it stands (compressed as they are, nothing new is taken apart), and
 *  through what came into the temporary folder meanwhile. */
async function expectFilesWithout(word: string, found: string): Promise<void> {
  const folder = process.env['SEALPOST_TEST_ENGINE_FOLDER'];
  if (folder !== undefined) {
    await mongoose.connection.getClient().db('admin').command({ fsync: 1 });
    expect(await wordsInFiles(folder, [word, found], startedMs)).toEqual([found]);
  }
  const came = (await readdir(os.tmpdir())).filter((name) => !temporaryBefore.has(name));
  for (const name of came) expect(await wordsInFiles(path.join(os.tmpdir(), name), [word], startedMs)).toEqual([]);
}
