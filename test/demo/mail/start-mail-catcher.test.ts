import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import express from 'express';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { CaughtMail } from '../../../demo/mail/caught-mail.ts';
import { startMailCatcher } from '../../../demo/mail/start-mail-catcher.ts';
import { readReportMail } from '../../../server/bounce/read-report.ts';
import { openMailSink } from '../../support/mail-sink.ts';

let folder: string;
let catcher: Awaited<ReturnType<typeof startMailCatcher>>;
let web: ReturnType<ReturnType<typeof express>['listen']>;

async function start(port = 0): Promise<void> {
  catcher = await startMailCatcher({ folder, port });
  web = express().use(catcher.router).listen(0, '127.0.0.1');
  await new Promise((listening) => web.once('listening', listening));
}

async function stop(): Promise<void> {
  await catcher.close();
  await new Promise((closed) => web.close(closed));
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mail-catcher-'));
  await start();
});

afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

async function send(mail: SendMailOptions): Promise<void> {
  const smtp = createTransport({ host: '127.0.0.1', port: catcher.port, ignoreTLS: true });
  await smtp.sendMail({
    from: { name: 'Harbour Clinic', address: 'postmaster@harbour.example' },
    to: 'pat@client.example',
    ...mail,
  });
  smtp.close();
}

const get = (below: string) => fetch(`http://127.0.0.1:${(web.address() as AddressInfo).port}/demo/mail${below}`);
const messages = async () => (await (await get('/messages')).json()) as CaughtMail[];
const page = async (below: string) => (await get(below)).text();

test('a caught mail is shown as JSON with everything in it, newest first', async () => {
  await send({ subject: 'First', text: 'one' });
  await send({
    subject: 'Zweite 😀',
    html: '<p>two</p>',
    attachments: [{ filename: 'Größe.pdf', content: Buffer.alloc(5) }],
    headers: { 'X-Kind': 'test' },
  });
  const [second, first, ...more] = await messages();
  expect(more).toEqual([]);
  expect(first).toMatchObject({ subject: 'First', text: 'one\n', html: '', attachments: [], to: 'pat@client.example' });
  expect(second).toMatchObject({
    subject: 'Zweite 😀',
    from: 'Harbour Clinic <postmaster@harbour.example>',
    html: '<p>two</p>\n',
    attachments: [{ filename: 'Größe.pdf', size: 5 }],
  });
  expect(second?.headers['x-kind']).toBe('test');
  expect(new Date(second?.date ?? '').getTime()).toBeGreaterThan(0);
});

test('each envelope recipient has a copy in a mailbox of their own', async () => {
  await send({
    to: 'shown@client.example',
    envelope: { from: 'postmaster@harbour.example', to: ['Pat@client.example', 'lee@client.example'] },
  });
  expect((await messages()).map(({ to }) => to).sort()).toEqual(['lee@client.example', 'pat@client.example']);
});

test('after a restart every mail is still there under its id, and half-written ones are gone', async () => {
  await send({ subject: 'First' });
  const before = await messages();
  await stop();
  await writeFile(path.join(folder, 'half.part'), 'From: x');
  await start();
  expect(await messages()).toEqual(before);
  await send({ subject: 'Second' });
  expect((await messages()).map(({ subject }) => subject)).toEqual(['Second', 'First']);
  expect((await readdir(folder)).every((name) => name.endsWith('.eml'))).toBe(true);
});

test('source and attachments come byte by byte', async () => {
  const content = Buffer.from([0, 255, 13, 10, 46, 10]);
  await send({ subject: 'File', text: 'x', attachments: [{ filename: 'a"\r\nb.bin', content }] });
  const [mail] = await messages();
  expect(await page(`/messages/${mail?.id}/raw`)).toMatch(
    /^Return-Path: <postmaster@harbour\.example>\r\nDelivered-To: pat@client\.example\r\n/,
  );
  const answer = await get(`/messages/${mail?.id}/attachments/0`);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(content);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
});

test('the page shows mailboxes, mails and one mail, and nothing in it is markup of the mail', async () => {
  const evil = '<script>alert(1)</script>';
  await send({ subject: evil, text: evil, html: '<p>hello</p>', from: { name: evil, address: 'postmaster@harbour.example' } });
  const html = await page('?mailbox=pat@client.example');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).not.toContain('<script');
  expect(html).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
});

test('the HTML of a mail is shown in a sandbox of its own, links open in a new tab, its pictures inside', async () => {
  const attachments = [{ filename: 'p.png', cid: 'p@x', contentType: 'image/png', content: Buffer.from('png') }];
  await send({ html: '<img src="cid:p@x"><a href="https://secure.harbour.example/m/x">Read</a>', attachments });
  const answer = await get(`/messages/${(await messages())[0]?.id}/html`);
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
  );
  const html = await answer.text();
  expect(html).toContain('<base target="_blank">');
  expect(html).toContain(`src="data:image/png;base64,${Buffer.from('png').toString('base64')}"`);
});

test('the newest notification is found among other mails', async () => {
  await send({ subject: 'Secure message', text: 'https://secure.harbour.example/m/abcdefghijklmnopqrstuv\n' });
  await send({ subject: 'Your code', text: '4821 9930' });
  expect(await page('?newest=notification')).toContain('<article><h2>Secure message</h2>');
  expect(await page('')).toContain('<article><h2>Your code</h2>');
});

test.each([
  '/messages/nothing/raw',
  '/messages/..%2f..%2fetc%2fpasswd/raw',
  '/messages/nothing/html',
  '/messages/nothing/attachments/0',
])('an unknown mail is not found: %s', async (below) => {
  expect((await get(below)).status).toBe(404);
});

test('what goes to nobody or to a full mailbox comes back by SMTP as a report that the product understands', async () => {
  const sink = await openMailSink();
  catcher.sendReportsTo(sink.port);
  const sender = 'bounce+abc@bounces.harbour.example';
  await send({ subject: 'Secure message', envelope: { from: sender, to: ['Nobody@client.example', 'full@client.example'] } });
  await send({ subject: 'A report itself', envelope: { from: '', to: 'nobody@client.example' } });
  while (sink.mails.length < 2) await wait(50);
  const reports = await Promise.all(sink.mails.map(({ raw }) => readReportMail(raw)));
  expect(reports.map(({ report }) => report?.reason).sort()).toEqual(['mailbox-full', 'unknown-address']);
  expect(sink.mails.map(({ from, to }) => [from, to])).toEqual([
    ['', [sender]],
    ['', [sender]],
  ]);
  await sink.close();
  const kept = await messages();
  expect(kept.map(({ to }) => to)).toEqual(['bounce@bounces.harbour.example', 'bounce@bounces.harbour.example']);
  expect(kept.map(({ text }) => text).join()).toContain('There is no mailbox with this address.');
  expect(await page(`/messages/${kept[0]?.id}/raw`)).toContain('Subject: Secure message');
});

test('without a mail the page says so', async () => {
  expect(await page('')).toContain('No mail yet.');
});
