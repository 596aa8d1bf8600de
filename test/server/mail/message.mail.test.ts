import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { deliverDueMail } from '../../../server/mail/deliver-due-mail.ts';
import { type OutboxDocument, oweMail } from '../../../server/store/outbox.ts';
import { type MessageWish, useMailWorld } from '../../support/mail-world.ts';

const world = useMailWorld();

const fromPat = { kind: 'account', id: 'pat', address: 'pat@client.example', name: 'Pat Doe', deliveryId: 'sent' } as const;
const alex = { address: 'alex@harbour.example', name: 'Alex Morgan', route: 'mail' } as const;

/** The mail the first recipient inside the organisation gets, parsed back. */
async function deliver(wish: MessageWish, settings: Record<string, string> = {}) {
  const message = await world.aMessage({ recipients: [alex], ...wish });
  const { deliveryId = '', address = '' } = message.recipients.find(({ route }) => route === 'mail') ?? {};
  await oweMail(
    { _id: `message:${deliveryId}`, kind: 'message', route: 'organisation', address, messageId: message._id, deliveryId },
    world.now,
  );
  await deliverDueMail(world.anotherContext(settings));
  const [sunk] = world.sink.mails;
  if (!sunk) throw new Error('no mail came');
  const header = (name: string) => sunk.mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  return { ...sunk, header, message, text: sunk.mail.text ?? '', html: sunk.mail.html ?? '' };
}

test('a reply reaches Outlook tagged, and Outlook answers its author', async () => {
  const { mail, header, to, from } = await deliver({
    author: fromPat,
    content: { subject: 'Re: Your scan', html: '<p>Thank you!</p>' },
  });
  expect(mail.subject).toBe('[Secure] Re: Your scan');
  expect(header('x-sealpost-secure')).toEqual(['yes']);
  expect(mail.from).toEqual({ name: 'Pat Doe (secure)', address: 'postmaster@harbour.example' });
  expect(mail.replyTo).toEqual([{ name: 'Pat Doe', address: 'pat@client.example' }]);
  expect([from, to]).toEqual(['postmaster@harbour.example', ['alex@harbour.example']]);
  expect(header('auto-submitted')).toEqual([]);
  expect(header('x-auto-response-suppress')).toEqual(['DR, RN, NRN, OOF, AutoReply']);
});

test('tag and header are the ones configured', async () => {
  const { mail, header } = await deliver({ author: fromPat }, { SUBJECT_TAG: '[Sealed]', TAG_HEADER: 'X-Harbour' });
  expect(mail.subject).toBe('[Sealed] Your scan results');
  expect(header('x-harbour')).toEqual(['yes']);
});

test('both parts hold the message, and say on top what a plain answer does', async () => {
  const { text, html } = await deliver({ author: fromPat, content: { html: '<p>Thank you &amp; good bye</p>' } });
  const notice = 'If you simply reply, your answer is sent unprotected. To answer safely, choose Send Secure in Outlook.';
  expect(html.indexOf(notice)).toBeLessThan(html.indexOf('Thank you'));
  expect(text.indexOf(notice)).toBeLessThan(text.indexOf('Thank you & good bye'));
  expect(text).toContain('Pat Doe (pat@client.example) wrote this in the portal of Harbour Clinic.');
});

test('in the text part the cells of a table stand apart, a row a line', async () => {
  const html = '<table><tr><th>Pressure</th><th>Lungs</th></tr><tr><td>118 / 76</td><td>clear</td></tr></table>';
  const { text } = await deliver({ content: { html } });
  expect(text).toMatch(/Pressure\s+Lungs\s*\n+\s*118 \/ 76\s+clear/);
});

test('what can do harm stays out of the mail, what shapes it stays in', async () => {
  const shaped =
    '<table border="1" cellpadding="4"><tr><td bgcolor="#ffffee" style="color:#aa0000;font-family:Arial">118</td></tr></table>';
  const harmful =
    '<script>alert(1)</script><p onclick="x()" style="position:fixed">Hello</p><form><input></form><a href="javascript:x()">go</a>';
  const { html } = await deliver({
    content: { html: `<html><head><style>p{}</style></head><body>${shaped}${harmful}</body></html>` },
  });
  expect(html).toContain(shaped);
  expect(html).toContain('<p>Hello</p><a>go</a>');
  expect(html).not.toMatch(/script|onclick|form|style>|position/i);
});

test('pictures from elsewhere do not pass from the portal into the organisation', async () => {
  const pictures = '<p>Hello<img src="https://tracker.example/x.png"><img src="cid:own"></p>';
  expect((await deliver({ author: fromPat, content: { html: pictures } })).html).toContain('<p>Hello<img src="cid:own" /></p>');
});

test('files arrive whole with their names, whatever they are', async () => {
  const files = [
    { name: 'Befund  Größe 😀 👩‍⚕️.pdf', bytes: randomBytes(300_000) },
    { name: 'mail.eml', bytes: Buffer.from('From: x\n\nline\n.\nend'), contentType: 'message/rfc822' },
    { name: 'notes.txt', bytes: Buffer.from('one\ntwo\r\nthree'), contentType: 'text/plain' },
    { name: 'empty.bin', bytes: Buffer.alloc(0), contentType: 'evil\r\nX-Bad: 1' },
    { name: `${'long name '.repeat(19)}.pdf`, bytes: Buffer.from('x') },
  ];
  const { mail, raw } = await deliver({ author: fromPat, files });
  expect(mail.attachments.map(({ filename }) => filename)).toEqual(files.map(({ name }) => name));
  const isWhole = files.map(({ bytes }, index) => bytes.equals(Buffer.from(mail.attachments[index]?.content as ArrayBuffer)));
  expect(isWhole).toEqual(files.map(() => true));
  expect(raw.toString('latin1')).not.toMatch(/^X-Bad/m);
});

test('a picture of the body keeps its content id', async () => {
  const files = [{ name: 'scan.png', bytes: Buffer.from('png'), contentType: 'image/png', contentId: 'image001@01DB' }];
  const { mail, html } = await deliver({ content: { html: '<p><img src="cid:image001@01DB"></p>' }, files });
  expect(html).toContain('cid:image001@01DB');
  expect(mail.attachments).toMatchObject([{ contentId: '<image001@01DB>', disposition: 'inline' }]);
});

test('the mails of one conversation stand together', async () => {
  const { mail } = await deliver({ author: fromPat, thread: { threadId: 'first', inReplyTo: 'second' } });
  expect(mail.inReplyTo).toBe('<message.second@harbour.example>');
  expect(mail.references).toBe('<message.first@harbour.example> <message.second@harbour.example>');
});

test('everybody addressed openly is named, a Bcc never', async () => {
  const recipients = [
    { address: 'pat@client.example', kind: 'to' },
    { ...alex, address: 'lee@harbour.example', name: 'Dr. Lee, "Bob" <x>', kind: 'cc' },
    { address: 'secret@client.example', name: 'Secret', kind: 'bcc' },
  ] as const;
  const { mail, raw, text } = await deliver({ recipients });
  expect(mail.to).toEqual([{ name: 'Pat Doe', address: 'pat@client.example' }]);
  expect(mail.cc).toEqual([{ name: 'Dr. Lee, "Bob" <x>', address: 'lee@harbour.example' }]);
  expect(raw.toString('latin1')).not.toMatch(/secret@/i);
  expect(text).toContain('People outside the organisation read it in the portal');
});

test.each(['\r\nBcc: victim@client.example', '\nX-Evil: 1', '\u2028Bcc: victim@client.example'])(
  'a subject, name or file name that holds %j adds no header',
  async (evil) => {
    const files = [{ name: `a${evil}.pdf`, bytes: Buffer.from('x'), contentId: `id${evil}` }];
    const { header, to, raw } = await deliver({
      author: { ...fromPat, name: `Pat${evil}` },
      content: { subject: `Hello${evil}` },
      files,
    });
    expect([...header('bcc'), ...header('x-evil')]).toEqual([]);
    expect(to).toEqual(['alex@harbour.example']);
    expect(raw.toString('latin1')).not.toMatch(/^(?:bcc|x-evil):/im);
  },
);

test('a body nested a million deep, or very long, holds nothing up and loses no word', async () => {
  const html = `<style>p{}</style>${'<div>'.repeat(900_000)}<p>Hello &amp; <b>good</b> bye</p>`;
  const { text, raw } = await deliver({ author: fromPat, content: { html } });
  expect(text).toContain('Hello & good bye');
  expect(raw.length).toBeLessThan((html.length * 78) / 57 + 64 * 1024);
}, 20_000);

test.each(['ä', '名', '='])('a body of %s grows on its way by no more than base64 and the margin', async (character) => {
  const html = `<p>${character.repeat(70)}</p>\n`.repeat(5000);
  const { raw } = await deliver({ author: fromPat, content: { html } });
  expect(raw.length).toBeLessThan((Buffer.byteLength(html) * 78) / 57 + 64 * 1024);
});

test('a mail larger than the server takes is ended at once', async () => {
  world.sink.faults.data = { 'alex@harbour.example': 552 };
  await deliver({ author: fromPat }).catch(() => undefined);
  const row = await mongoose.connection.collection<OutboxDocument>('outbox').findOne({ kind: 'message' });
  expect(row).toMatchObject({ state: 'failed', lastError: 'smtp-552' });
});
