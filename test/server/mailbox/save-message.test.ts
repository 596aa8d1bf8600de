import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import PostalMime from 'postal-mime';
import { changeRecipient } from '../../support/change-message.ts';
import { downloadsOf } from '../../support/downloads-of.ts';
import { aMessageReceived, anUpload } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
const MEGABYTE = 1024 * 1024;

test('a saved message holds everything: people, date, subject, body, its pictures, files; never a Bcc', async () => {
  const [picture, file, mail] = [randomBytes(3000), randomBytes(MEGABYTE + 5), Buffer.from('From: a@b\r\n\r\nx')];
  const html = '<p>Grüße 🐙,\nall is well.\r\n<img src="cid:photo@word"></p>' + '<p>long</p>'.repeat(200);
  const { recipient, deliveryId, address, open } = await aMessageReceived(app, {
    subject: 'Prüfbericht: 你好',
    html,
    recipients: [
      { address: `me-${Date.now()}@client.example`, name: 'Pat "P." Doe', kind: 'to' },
      { address: 'other@client.example', name: 'Ünal, Cem', kind: 'cc' },
      { address: 'secret@client.example', name: 'Nobody Sees', kind: 'bcc' },
    ],
    attachments: [
      await anUpload(app.staff(), picture, 'photo.png', '<photo@word>'),
      await anUpload(app.staff(), file, 'Befund "neu" 你.pdf'),
      { ...(await anUpload(app.staff(), mail, 'older.eml')), contentType: 'message/rfc822' },
    ],
  });
  const answer = await recipient.fetch(`/api/mailbox/deliveries/${deliveryId}/message.eml`);
  expect(answer.headers.get('content-type')).toBe('message/rfc822');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*\.eml/);
  const source = Buffer.from(await answer.arrayBuffer());
  expect(source.toString('latin1')).not.toMatch(/secret@client|Nobody Sees/);
  const saved = await PostalMime.parse(source);
  const { sentAt, attachments } = await open();
  expect(saved).toMatchObject({
    from: { address: 'alex@harbour.example', name: 'Alex Morgan' },
    to: [{ address, name: 'Pat "P." Doe' }],
    cc: [{ address: 'other@client.example', name: 'Ünal, Cem' }],
    subject: 'Prüfbericht: 你好',
  });
  expect(new Date(saved.date ?? '').getTime()).toBe(Math.floor(new Date(sentAt).getTime() / 1000) * 1000);
  expect(saved.bcc).toBeUndefined();
  expect(saved.html?.trimEnd()).toBe(html);
  expect(saved.text).toContain('Grüße 🐙');
  const got = saved.attachments.map(({ content, ...rest }) => ({ ...rest, bytes: Buffer.from(content as ArrayBuffer) }));
  expect(got.map(({ bytes }) => bytes.length)).toEqual([picture.length, file.length, mail.length]);
  expect([picture, file, mail].every((bytes, at) => got[at]?.bytes.equals(bytes))).toBe(true);
  expect(got[0]).toMatchObject({ contentId: '<photo@word>', mimeType: 'image/png' });
  expect(got.map(({ filename }) => filename)).toEqual(attachments.map(({ name }) => name));
  const counted = await downloadsOf(deliveryId);
  expect(attachments.map(({ attachmentId }) => counted[attachmentId]?.count ?? 0)).toEqual([0, 1, 1]);
});

test('a message recalled while it is being saved is not saved whole', async () => {
  const uploads = [];
  for (let at = 0; at < 4; at += 1) uploads.push(await anUpload(app.staff(), randomBytes(8 * MEGABYTE), `${at}.bin`));
  const { recipient, deliveryId } = await aMessageReceived(app, { attachments: uploads });
  const reader = (await recipient.fetch(`/api/mailbox/deliveries/${deliveryId}/message.eml`)).body?.getReader();
  await reader?.read();
  await changeRecipient(deliveryId, { recalledAt: app.clock.now() });
  const readRest = async () => {
    for (let piece = await reader?.read(); piece?.value; piece = await reader?.read());
  };
  await expect(readRest()).rejects.toThrow();
  expect(Object.keys(await downloadsOf(deliveryId)).length).toBeLessThan(4);
  expect(app.log.filter((line) => /unexpected/.test(line))).toEqual([]);
});
