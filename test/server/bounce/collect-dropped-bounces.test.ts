import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { collectDroppedBounces } from '../../../server/bounce/collect-dropped-bounces.ts';
import { aReport, brokenReports } from '../../support/delivery-report.ts';
import { aKey, aMessage } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { MINUTE } from '../../support/test-clock.ts';

const app = useApp({ BOUNCE_ADDRESS: 'bounce@bounces.harbour.example' });
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sealpost-drop-'));
  await mkdir(path.join(folder, 'new'));
});
afterAll(() => rm(folder, { recursive: true }));

const server = () => ({ ...app.context, config: { ...app.context.config, BOUNCE_MAILDIR: folder } });
const collect = () => collectDroppedBounces(server());
const inFolder = async (name: 'new' | 'cur' | 'claimed') => (await readdir(path.join(folder, name))).sort();

/** Drops a mail as mail servers do: written elsewhere, then moved. */
async function drop(source: string | Buffer, name = `${Date.now()}.${aKey()}.mx`): Promise<string> {
  await writeFile(path.join(folder, name), source);
  await rename(path.join(folder, name), path.join(folder, 'new', name));
  return name;
}

async function aSentMessage() {
  const address = `${aKey().toLowerCase()}@client.example`;
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await app.work();
  const told = async () => (await app.staff().call(track.readSent, { messageId })).recipients[0]!;
  const failures = () => app.sink.mails.filter(({ mail }) => mail.subject === `Not delivered to ${address}`);
  return { returnPath: app.sink.mailsTo(address)[0]?.from ?? '', told, failures };
}

test('a dropped report is noted once and goes, however many servers look', async () => {
  const messages = [await aSentMessage(), await aSentMessage(), await aSentMessage()];
  for (const { returnPath } of messages) for (const status of ['5.1.1', '5.1.1']) await drop(aReport({ to: returnPath, status }));
  const taken = await Promise.all([collect(), collect(), collect()]);
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(6);
  await app.work();
  for (const { told, failures } of messages) {
    expect(await told()).toMatchObject({ bounceReason: 'unknown-address' });
    expect(failures()).toHaveLength(1);
  }
  expect([await inFolder('new'), await inFolder('claimed')]).toEqual([[], []]);
});

test('the address that the mail server noted counts, whatever the mail says', async () => {
  const { returnPath, told } = await aSentMessage();
  await drop(`X-Original-To: ${returnPath}\r\n${aReport({ to: 'somebody@client.example' })}`);
  expect(await collect()).toBe(1);
  expect(await told()).toMatchObject({ bounceReason: 'unknown-address' });
});

test('what is not ours stays, marked as read', async () => {
  const { returnPath, told } = await aSentMessage();
  const names = [
    await drop('To: postmaster@harbour.example\r\nSubject: Hello\r\n\r\nHello\r\n'),
    await drop(aReport({ to: returnPath.replace(/\+./, (start) => (start === '+q' ? '+a' : '+q')) })),
    await drop(aReport({ to: returnPath }).padEnd(300_000)),
  ];
  await mkdir(path.join(folder, 'new', 'a-folder'));
  const long = await drop('x', `${'long'.repeat(62)}.mx`);
  expect(await collect()).toBe(0);
  expect(await inFolder('cur')).toEqual([...names.map((name) => `${name}:2,S`), 'a-folder:2,S'].sort());
  expect(await told()).toMatchObject({ bouncedAt: null });
  expect(await inFolder('new')).toEqual([long]);
  await rm(path.join(folder, 'new', long));
});

test('broken and hostile reports change nothing', async () => {
  const { returnPath, told } = await aSentMessage();
  for (const [, source] of brokenReports(returnPath)) await drop(source);
  await collect();
  expect(await told()).toMatchObject({ bouncedAt: null, delayedAt: null });
  expect(await inFolder('new')).toEqual([]);
});

test('a report that a server had claimed when it died is taken by another, after ten minutes', async () => {
  const { returnPath, told } = await aSentMessage();
  const name = await drop(aReport({ to: returnPath }));
  await rename(path.join(folder, 'new', name), path.join(folder, 'claimed', `${app.clock.now().getTime()}-${aKey()}-${name}`));
  expect(await collect()).toBe(0);
  app.clock.advance(11 * MINUTE);
  expect(await collect()).toBe(1);
  expect(await told()).toMatchObject({ bounceReason: 'unknown-address' });
  expect(await inFolder('claimed')).toEqual([]);
});

test('a maildir that is not there yet is no failure', async () => {
  const config = { ...app.context.config, BOUNCE_MAILDIR: path.join(folder, 'later') };
  expect(await collectDroppedBounces({ ...app.context, config })).toBe(0);
});
