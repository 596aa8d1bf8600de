import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import * as account from '../../../contract/account.ts';
import * as compose from '../../../contract/compose.ts';
import { traceOf } from '../../../server/errors.ts';
import { changeRecipient } from '../../support/change-message.ts';
import { aKey, aMessageReceived, anUpload, codeOf, PASSWORD, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();
const FIELDS = ['level', 'time', 'requestId', 'method', 'route', 'status', 'code', 'isComplete', 'durationMs', 'msg'];
const lines = () => app.log.map((line) => JSON.parse(line) as Record<string, unknown>);

test('the whole story leaves no address, id, subject, text, code, link, password, cookie or file name in the log', async () => {
  const canary = `canary${randomBytes(6).toString('hex')}`;
  const address = `${canary}-address@client.example`;
  const { recipient, deliveryId, open } = await aMessageReceived(app, {
    recipients: [{ address, name: `${canary} name`, kind: 'to' }],
    subject: `${canary} subject`,
    html: `<p>${canary} text</p>`,
    attachments: [await anUpload(app.staff(), `${canary} bytes`, `${canary}-file.pdf`)],
  });
  const { attachments } = await open();
  const attachmentId = attachments[0]?.attachmentId ?? '';
  const path = `/api/mailbox/deliveries/${deliveryId}/attachments/${attachmentId}`;
  await (await recipient.fetch(`${path}?${canary}`)).text();
  await (
    await recipient.fetch(path, {
      headers: { 'user-agent': canary, referer: `https://${canary}.example`, 'x-forwarded-for': canary },
    })
  ).text();
  await recipient.call(compose.sendReply, { sendKey: aKey(), deliveryId, html: `${canary} reply`, attachments: [] });
  await app.visitor().call(account.requestPasswordMail, { address });
  await app.work();
  const secret =
    /#\S*?([\w-]{22})\b/.exec(
      app.sink
        .mailsTo(address)
        .map(textOf)
        .findLast((text) => text.includes('#')) ?? '',
    )?.[1] ?? '';
  for (const broken of [`/${canary}`, `/api/${canary}`, `/api/account/links/${canary}`, `/m/${canary}?${canary}#x`])
    await recipient.fetch(broken);
  for (const body of [`{"${canary}":"${canary}"}`, `{"address":"${canary}`, `{"address":"${canary}@","password":"${canary}"}`])
    await recipient.fetch('/api/account/sessions', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  await changeRecipient(deliveryId, { recalledAt: app.clock.now() });
  await open().catch(() => undefined);

  expect(secret).not.toBe('');
  const log = app.log.join('');
  const token = recipient.cookies.get('__Host-session') ?? '';
  const own = [
    canary,
    deliveryId,
    attachmentId,
    token,
    secret,
    codeOf(app, address),
    codeOf(app, address).replace(' ', ''),
    PASSWORD,
    'alex@harbour.example',
    'Alex Morgan',
  ];
  for (const text of own) expect({ text, isLogged: log.includes(text) }).toEqual({ text, isLogged: false });
});

test('a request is one line of known fields, with the pattern of its route', async () => {
  const before = app.log.length;
  await app.visitor().fetch(`/api/account/links/${aKey()}`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const [line, ...others] = lines().slice(before);
  expect(others).toEqual([]);
  expect(line).toMatchObject({
    method: 'GET',
    route: '/api/account/links/:deliveryId',
    status: 404,
    code: 'message_not_found',
    isComplete: true,
    msg: 'request',
  });
  for (const { msg, ...fields } of lines().filter((one) => one['msg'] === 'request'))
    expect(FIELDS).toEqual(expect.arrayContaining(Object.keys({ msg, ...fields })));
});

test('an answer and its line in the log are found together by an id', async () => {
  const answer = (await (await app.visitor().fetch('/nothing')).json()) as { error: { requestId: string } };
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lines().filter((line) => line['requestId'] === answer.error.requestId)).toHaveLength(1);
});

test('a trace says where an error came from and never what it said, even when it says something that looks like a trace', () => {
  const trace = traceOf(new TypeError('secret one\n    at secret two\n    at secret three'));
  expect(trace.error).toBe('TypeError');
  expect(trace.at.length).toBeGreaterThan(0);
  expect(JSON.stringify(trace)).not.toContain('secret');
  expect(JSON.stringify(traceOf('secret'))).not.toContain('secret');
  expect(JSON.stringify(traceOf(null))).not.toContain('secret');
});
