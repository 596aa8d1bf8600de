import { expect, test } from '@jest/globals';
import { deliverDueMail } from '../../../server/mail/deliver-due-mail.ts';
import { oweMail } from '../../../server/store/outbox.ts';
import { type MessageWish, useMailWorld } from '../../support/mail-world.ts';

const world = useMailWorld();

/** The notification a recipient gets for a message, parsed back. */
async function notify(wish: MessageWish = {}, settings: Record<string, string> = {}) {
  const message = await world.aMessage(wish);
  const { deliveryId = '', address = '' } = message.recipients[0] ?? {};
  await oweMail(
    { _id: `notification:${deliveryId}`, kind: 'notification', route: 'relay', address, messageId: message._id, deliveryId },
    world.now,
  );
  await deliverDueMail(world.anotherContext(settings));
  const [sunk] = world.sink.mails;
  if (!sunk) throw new Error('no mail came');
  const { mail } = sunk;
  const header = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  return { ...sunk, mail, header, deliveryId, text: mail.text ?? '', html: mail.html ?? '' };
}

test('a notification comes from the fixed address of the organisation and asks machines not to answer', async () => {
  const { mail, header, from, to } = await notify();
  expect(mail.from).toEqual({ name: 'Harbour Clinic', address: 'postmaster@harbour.example' });
  expect(mail.to).toEqual([{ name: '', address: 'pat@client.example' }]);
  expect([from, to]).toEqual(['postmaster@harbour.example', ['pat@client.example']]);
  expect(mail.subject).toBe('Secure message from Alex Morgan');
  expect(header('auto-submitted')).toEqual(['auto-generated']);
  expect(header('x-auto-response-suppress')).toEqual(['DR, RN, NRN, OOF, AutoReply']);
  expect(mail.messageId).toMatch(/^<[0-9a-f]{32}@harbour\.example>$/);
  expect(header('x-mailer')).toEqual([]);
});

test('both parts name the sender and the last day, and how to check that the mail is genuine', async () => {
  const { text, html } = await notify();
  for (const part of [text, html]) {
    expect(part).toContain('Alex Morgan (alex@harbour.example) sent you a secure message.');
    expect(part).toContain('It stays readable until 22 December 2026.');
    expect(part).toContain(
      'It comes from postmaster@harbour.example, its links begin with https://secure.harbour.example/, and this code',
    );
    expect(part).toMatch(/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/);
    expect(part).toContain('+44 1224 000000, Monday to Friday 8:00 to 17:00');
    expect(part).toContain('Please do not answer this mail; nobody reads it. Answer in the portal.');
  }
});

test('every link begins with the public origin: one to the message, one to a new password', async () => {
  const { text, html, deliveryId } = await notify();
  const message = `https://secure.harbour.example/m/${deliveryId}`;
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
  expect([...new Set(links)]).toEqual([message, `${message}/password`, 'https://secure.harbour.example/verify']);
  expect(html.match(/https?:\/\/[^\s"<]*/g)?.every((address) => address.startsWith('https://secure.harbour.example/'))).toBe(
    true,
  );
  expect(text).toContain(`${message}\n`);
  expect(text).toContain(`${message}/password\n`);
});

test('a notification holds nothing of the message: no text, no file name, no subject', async () => {
  const { raw } = await notify({
    content: { subject: 'Canary subject', html: '<p>Canary body</p>' },
    files: [{ name: 'canary-file.pdf', bytes: Buffer.from('canary bytes') }],
  });
  expect(raw.toString('utf8')).not.toMatch(/canary/i);
  expect(raw.toString('utf8')).not.toContain(Buffer.from('canary bytes').toString('base64'));
});

test('the subject is shown where policy allows it', async () => {
  const { mail, text, html } = await notify({ content: { subject: 'Your <b>scan</b>' } }, { SUBJECT_IN_NOTIFICATION: 'yes' });
  expect(mail.subject).toBe('Secure message from Alex Morgan: Your <b>scan</b>');
  expect(text).toContain('Subject: Your <b>scan</b>');
  expect(html).toContain('Subject: Your &lt;b&gt;scan&lt;/b&gt;');
});

test('a message without an end says who can end it', async () => {
  expect((await notify({ recipients: [{ expiresAt: null }] })).text).toContain('until the sender withdraws it');
});

test('the last day is the day of the organisation', async () => {
  const recipients = [{ expiresAt: new Date('2026-12-22T23:30:00Z') }];
  expect((await notify({ recipients }, { ORGANISATION_TIME_ZONE: 'Europe/Berlin' })).text).toContain('until 23 December 2026.');
});

test.each([
  ['a line break', 'Alex\r\nBcc: victim@client.example'],
  ['a bare carriage return', 'Alex\rBcc: victim@client.example'],
  ['a line separator', 'Alex\u2028Bcc: victim@client.example'],
  ['a NUL', 'Alex\u0000Bcc: victim'],
])('a name with %s adds no header', async (_what, name) => {
  const { header, to, raw } = await notify({ author: { name } });
  expect(header('bcc')).toEqual([]);
  expect(to).toEqual(['pat@client.example']);
  expect(raw.toString('latin1')).not.toMatch(/^bcc:/im);
});

test('markup in a name is shown as text', async () => {
  const { html } = await notify({ author: { name: '<img src=x onerror=alert(1)>' } });
  expect(html).not.toContain('<img src=x');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
});

test.each(['https://evil.example', 'postmaster@harbour.example', 'www.evil.example', 'evil.example', '', '\u202e\u200b'])(
  'a name that could pass for an address or a link is not shown: %j',
  async (name) => {
    const { mail, text } = await notify({ author: { name } });
    expect(mail.subject).toBe('Secure message from alex@harbour.example');
    expect(text).toContain('\nalex@harbour.example sent you a secure message.');
  },
);

test('a very long name and names of every script arrive whole or are cut, in a mail of short lines', async () => {
  const { mail, raw } = await notify({ author: { name: 'Ünïcødé 😀 名前 '.repeat(40) } });
  expect(mail.subject?.startsWith('Secure message from Ünïcødé 😀 名前')).toBe(true);
  expect(
    Math.max(
      ...raw
        .toString('latin1')
        .split('\r\n')
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(998);
});
