import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { sendReply, uploadReplyFile } from '../../contract/compose.ts';
import { fillPath } from '../../contract/endpoint.ts';
import { downloadAttachment, openMessage } from '../../contract/mailbox.ts';
import { aKey, aMessageReceived, anUpload, codeOf, PASSWORD, textOf } from '../support/story.ts';
import { useApp } from '../support/test-app.ts';

const app = useApp();

/** Words that stand nowhere but in what must be sealed. */
const canaries = {
  subject: 'Canarysubjectone',
  body: 'Canarybodytwo',
  fileName: 'Canaryfilethree',
  fileText: 'Canarytextfour',
  reply: 'Canaryreplyfive',
  replyFile: 'Canaryanswersix',
} as const;

test('neither the database nor the log shows a text, a subject, a file, a code, a password or a session', async () => {
  const upload = await anUpload(app.staff(), `${canaries.fileText} `.repeat(5000), `${canaries.fileName}.pdf`);
  const { recipient, deliveryId, address } = await aMessageReceived(app, {
    subject: `About ${canaries.subject}`,
    html: `<p>${canaries.body}</p>`,
    attachments: [upload],
  });
  const { attachments } = await recipient.call(openMessage, { deliveryId });
  const { path } = fillPath(downloadAttachment.path, { deliveryId, attachmentId: attachments[0]?.attachmentId ?? '' });
  const file = await recipient.fetch(path);
  expect(await file.text()).toContain(canaries.fileText);
  const { uploadId } = await recipient.upload(uploadReplyFile, new Blob([canaries.replyFile]), `${canaries.replyFile}.txt`);
  const answered = { uploadId, name: `${canaries.replyFile}.txt`, contentType: 'text/plain', contentId: null };
  await recipient.call(sendReply, { sendKey: aKey(), deliveryId, html: canaries.reply, attachments: [answered] });
  await app.work();
  const mails = app.sink.mailsTo('alex@harbour.example').map(textOf);
  expect(mails.filter((text) => text.includes(canaries.reply))).toHaveLength(1);

  const code = codeOf(app, address);
  const session = [...recipient.cookies.values()][0] ?? '';
  const secrets = [...Object.values(canaries), code, code.replace(' ', ''), PASSWORD, session];
  expect(secrets.every((secret) => secret.length >= 8)).toBe(true);
  const stored = await everythingStored();
  expect(secrets.filter((secret) => stored.includes(secret))).toEqual([]);
  const logged = app.log.join('\n');
  const personal = [address, 'alex@harbour.example', deliveryId, 'Pat Doe', 'Alex Morgan'];
  expect([...secrets, ...personal].filter((text) => logged.includes(text))).toEqual([]);
  expect(logged).toContain('request');
});

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
