import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { projectMessage } from '../../../server/message/project-message.ts';
import { sendMessage } from '../../../server/send/send-message.ts';
import { findMessage } from '../../../server/store/messages.ts';
import { correctIfSentBy } from '../../../server/store/corrections.ts';

import { aKey, aMessage, anUpload, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const ALEX = 'alex@harbour.example';
const ARCHIVE = 'archive@harbour.example';
const app = useApp({ ARCHIVE_ADDRESS: ARCHIVE, ORGANISATION_MAIL_MAX_BYTES: String(2 * 1024 * 1024) });

/** Sends a message of its own subject and does what the worker would. */
async function sent(changes: Parameters<typeof aMessage>[0] = {}) {
  const subject = `Results ${aKey()}`;
  const message = await app.staff().call(send.sendMessage, aMessage({ subject, ...changes }));
  await app.work();
  return { ...message, subject };
}

const about = (address: string, subject: string) =>
  app.sink.mailsTo(address).filter(({ mail }) => mail.subject === `[Secure] ${subject}`);

test('what was sent arrives whole in the sender’s own mailbox and in the archive, with everybody it went to', async () => {
  const bytes = randomBytes(50_000);
  const picture = await anUpload(app.staff(), 'picture', 'lungs.png', 'lungs@harbour');
  const recipients = [
    { address: 'pat@client.example', name: 'Pat Doe', kind: 'to' as const },
    { address: 'kim@harbour.example', name: '', kind: 'cc' as const },
    { address: 'hidden@client.example', name: 'Hidden Person', kind: 'bcc' as const },
  ];
  const { subject } = await sent({
    recipients,
    html: '<p>See <img src="cid:lungs@harbour"></p>',
    attachments: [await anUpload(app.staff(), bytes), picture],
  });
  for (const address of [ALEX, ARCHIVE]) {
    const [copy, ...more] = about(address, subject);
    if (!copy) throw new Error(`no copy came to ${address}`);
    expect(more).toEqual([]);
    expect(copy.mail.to).toEqual([{ name: 'Pat Doe', address: 'pat@client.example' }]);
    expect(copy.mail.cc).toEqual([{ name: '', address: 'kim@harbour.example' }]);
    expect(textOf(copy)).toMatch(/^Bcc: Hidden Person \(hidden@client\.example\)$/m);
    expect(copy.mail.html).toContain('cid:lungs@harbour');
    expect(copy.mail.headers.find(({ key }) => key === 'x-sealpost-secure')?.value).toBe('yes');
    const file = (name: string) => copy.mail.attachments.find(({ filename }) => filename === name);
    expect(Buffer.from(file('scan.pdf')?.content as ArrayBuffer).equals(bytes)).toBe(true);
    expect(file('lungs.png')?.contentId).toBe('<lungs@harbour>');
  }
  expect(textOf(about(ALEX, subject)[0]!)).toContain('This is your own copy of the secure message that you sent on');
  expect(textOf(about(ARCHIVE, subject)[0]!)).toContain(`that Alex Morgan (${ALEX}) sent on`);
  const [colleague] = about('kim@harbour.example', subject);
  expect(colleague?.raw.toString('latin1')).not.toContain('hidden@');
});

test('each copy is one mail, whatever happens to the message afterwards', async () => {
  const { messageId, subject } = await sent();
  const all = { messageId, deliveryIds: null };
  await app.staff().call(track.extendMessage, { ...all, expiresInDays: 60 });
  await app.work();
  await app.staff().call(track.recallMessage, all);
  await app.work();
  for (const address of [ALEX, ARCHIVE]) expect(about(address, subject)).toHaveLength(1);
});

test('the archive learns of each corrected address in a copy of its own, once, though the server dies after the correction', async () => {
  const { messageId, subject } = await sent();
  const authorId = (await findMessage(messageId))?.author.id ?? '';
  const wrong = (await findMessage(messageId))?.recipients[0];
  if (!wrong) throw new Error('no recipient');
  const right = {
    ...wrong,
    deliveryId: aKey(),
    address: 'kim@client.example',
    name: '',
    accountId: null,
    replaces: wrong.deliveryId,
  };
  // All that a server wrote which was killed then.
  expect(await correctIfSentBy({ messageId, authorId, wrongId: wrong.deliveryId }, right, app.clock.now())).toBe(true);
  await app.work();
  await app
    .staff()
    .call(track.correctAddress, { messageId, deliveryId: right.deliveryId, address: 'lee@client.example', name: '' });
  await app.work();
  await projectMessage(messageId, app.context);
  await app.work();
  const [first, ...corrections] = about(ARCHIVE, subject);
  expect(textOf(first!)).not.toContain('corrected');
  expect(corrections.map((one) => /taken back from \S+ and sent to \S+@client\.example/.exec(textOf(one))?.[0]).sort()).toEqual([
    'taken back from kim@client.example and sent to lee@client.example',
    'taken back from pat@client.example and sent to kim@client.example',
  ]);
  expect(textOf(corrections[0]!)).toContain('all is well');
  expect(about(ALEX, subject)).toHaveLength(1);
});

test('a message that is taken back before its copies left is copied all the same', async () => {
  const subject = `Results ${aKey()}`;
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ subject }));
  await app.staff().call(track.recallMessage, { messageId, deliveryIds: null });
  await app.work();
  expect(about(ALEX, subject)).toHaveLength(1);
});

test('what is larger than the organisation’s server takes is copied with its files listed', async () => {
  const picture = await anUpload(app.staff(), randomBytes(10_000), 'lungs.png', 'lungs@harbour');
  const large = await anUpload(app.staff(), randomBytes(1_500_000), 'scan größer.pdf');
  const { subject } = await sent({ html: '<p>See <img src="cid:lungs@harbour"></p>', attachments: [large, picture] });
  const [copy] = about(ALEX, subject);
  expect(copy?.mail.attachments.map(({ filename }) => filename)).toEqual(['lungs.png']);
  expect(textOf(copy!)).toContain('so they are only listed: scan größer.pdf (1.4 MB)');
  const long = await sent({ html: `<p>${'words '.repeat(400_000)}</p>` });
  expect(textOf(about(ALEX, long.subject)[0]!)).toContain('The text itself is too large for a mail and is left out.');
});

test('a server that takes less than it was said to gets the list as well', async () => {
  const refusals = [552];
  Object.defineProperty(app.sink.faults.data, ALEX, { get: () => refusals.pop(), configurable: true });
  const { subject } = await sent({ attachments: [await anUpload(app.staff(), 'bytes')] });
  app.sink.faults.data = {};
  const [copy, ...more] = about(ALEX, subject);
  expect(more).toEqual([]);
  expect(copy?.mail.attachments).toEqual([]);
  expect(textOf(copy!)).toContain('only listed: scan.pdf (1 KB)');
});

test('where the organisation wants no copies there are none', async () => {
  const config = { ...app.context.config, SENDER_COPY: false, ARCHIVE_ADDRESS: undefined };
  const subject = `Results ${aKey()}`;
  const input = send.sendMessage.input.parse(aMessage({ subject }));
  const caller = { id: 'tenant.alex', name: 'Alex Morgan', addresses: [ALEX] };
  const { messageId } = await sendMessage(input, caller as Parameters<typeof sendMessage>[1], { ...app.context, config });
  await app.work();
  expect(messageId).toMatch(/^[\w-]{22}$/);
  expect([...about(ALEX, subject), ...about(ARCHIVE, subject)]).toEqual([]);
});
