import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as account from '../../../contract/account.ts';
import * as passwords from '../../../contract/passwords.ts';
import * as mailbox from '../../../contract/mailbox.ts';
import * as send from '../../../contract/send.ts';
import { sendAgain } from '../../../contract/track.ts';
import { deliverDueMail } from '../../../server/mail/deliver-due-mail.ts';
import { projectMessage } from '../../../server/message/project-message.ts';
import { forgetThrottles } from '../../support/forget-throttles.ts';
import { aKey, aMessage, linkOf, PASSWORD, signedIn, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, HOUR, MINUTE } from '../../support/test-clock.ts';

const app = useApp({ ENROLMENT: 'temporary-password' });
beforeEach(forgetThrottles);

const TEMPORARY = /\b[a-z2-9]{4}(?:-[a-z2-9]{4}){3}\b/;

const passwordMails = (address: string) => app.sink.mailsTo(address).filter((mail) => TEMPORARY.test(textOf(mail)));
const notificationsTo = (address: string) =>
  app.sink.mailsTo(address).filter(({ mail }) => mail.subject?.startsWith('Secure message'));
function passwordOf(address: string): string {
  const newest = passwordMails(address).at(-1);
  return TEMPORARY.exec(newest ? textOf(newest) : '')?.[0] ?? '';
}
const sendTo = async (address: string) => {
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  await app.work();
  return messageId;
};
async function aNewcomer() {
  const address = `${aKey().toLowerCase()}@client.example`;
  const messageId = await sendTo(address);
  return { address, messageId, deliveryId: linkOf(app, address), password: passwordOf(address) };
}
const ask = async (address: string) => {
  await app.visitor().call(account.requestPasswordMail, { address });
  await app.work();
};
const accountOf = (address: string) => mongoose.connection.collection('accounts').findOne({ address });

test('a first message brings the notification and, apart from it, a temporary password that leads to one’s own', async () => {
  const { address, deliveryId, password } = await aNewcomer();
  const [mail] = passwordMails(address);
  expect(mail && textOf(mail)).toContain('because a secure message was sent to you');
  expect(mail && textOf(mail)).toContain('http://localhost:3000/portal');
  const says = /you need the temporary password that we send you in a mail of its own/;
  expect(notificationsTo(address).map(textOf)).toEqual([expect.stringMatching(says)]);
  expect(await app.visitor().call(account.findLink, { deliveryId })).toMatchObject({
    isEnrolled: false,
    enrolsBy: 'temporary-password',
  });
  const recipient = await signedIn(app, address, password);
  await recipient.call(passwords.changePassword, { currentPassword: password, newPassword: PASSWORD });
  expect(await recipient.call(account.readSession, {})).toMatchObject({ state: 'open', address });
  expect(await recipient.call(mailbox.openMessage, { deliveryId })).toMatchObject({ subject: 'Your scan results' });
  await expect(signedIn(app, address, password)).rejects.toMatchObject({ code: 'credentials_wrong' });
  await app.work();
  expect(app.sink.mailsTo(address).at(-1)?.mail.subject).toBe('Your password for Harbour Clinic was changed');
});

test('who has a password of their own is not told of a temporary one', async () => {
  const { address, password } = await aNewcomer();
  const recipient = await signedIn(app, address, password);
  await recipient.call(passwords.changePassword, { currentPassword: password, newPassword: PASSWORD });
  await sendTo(address);
  expect(notificationsTo(address).map((mail) => /temporary password/.test(textOf(mail)))).toEqual([true, false]);
});

test('before the reset the server answers nothing but the session, its end and the reset', async () => {
  const { address, deliveryId, password } = await aNewcomer();
  const recipient = await signedIn(app, address, password);
  expect(await recipient.call(account.readSession, {})).toMatchObject({ state: 'reset-password' });
  const refused = { code: 'password_reset_required' };
  await expect(recipient.call(mailbox.listDeliveries, { folder: 'inbox' })).rejects.toMatchObject(refused);
  await expect(recipient.call(mailbox.openMessage, { deliveryId })).rejects.toMatchObject(refused);
  const wrong = { currentPassword: 'bcdf-ghjk-mnpq-rstv', newPassword: PASSWORD };
  await expect(recipient.call(passwords.changePassword, wrong)).rejects.toMatchObject({ code: 'credentials_wrong' });
  const same = { currentPassword: password, newPassword: `${password.toUpperCase()}-${password}` };
  await recipient.call(account.signOut, {});
  await expect(recipient.call(passwords.changePassword, same)).rejects.toMatchObject({ code: 'not_signed_in' });
});

test('the password may be typed with capitals, spaces and without hyphens', async () => {
  const { address, password } = await aNewcomer();
  for (const typed of [password.toUpperCase(), ` ${password} `, password.replaceAll('-', ''), password.replaceAll('-', ' ')])
    await signedIn(app, address, typed);
});

test('a second message and a repeated projection leave the first password as it is', async () => {
  const { address, messageId, password } = await aNewcomer();
  await Promise.all([projectMessage(messageId, app.context), projectMessage(messageId, app.context), sendTo(address)]);
  await app.work();
  expect(passwordMails(address)).toHaveLength(1);
  await signedIn(app, address, password);
});

test('once it has expired the right one says so, a wrong one looks like an unknown address, and a new one is mailed', async () => {
  const { address, password } = await aNewcomer();
  app.clock.advance(-HOUR);
  // A clock that was set back makes it work no longer than a day.
  await expect(signedIn(app, address, password)).rejects.toMatchObject({ code: 'temporary_password_expired' });
  app.clock.advance(HOUR + DAY - MINUTE);
  await signedIn(app, address, password);
  app.clock.advance(MINUTE);
  const refusals = [
    [address, password],
    [address, 'bcdf-ghjk-mnpq-rstv'],
    [`${aKey()}@client.example`, password],
  ].map(([who = '', typed = '']) =>
    signedIn(app, who, typed).then(
      () => 'in',
      ({ code }: { code: string }) => code,
    ),
  );
  expect(await Promise.all(refusals)).toEqual(['temporary_password_expired', 'credentials_wrong', 'credentials_wrong']);
  await ask(address);
  expect(passwordMails(address)).toHaveLength(2);
  expect(passwordMails(address).at(-1)?.mail.text).toContain('a new password was requested');
  await expect(signedIn(app, address, password)).rejects.toMatchObject({ code: 'credentials_wrong' });
  expect(await (await signedIn(app, address, passwordOf(address))).call(account.readSession, {})).toMatchObject({
    state: 'reset-password',
  });
});

test('the next message after an expired password brings a new one', async () => {
  const { address, password } = await aNewcomer();
  app.clock.advance(25 * HOUR);
  await sendTo(address);
  expect(passwordOf(address)).not.toBe(password);
  await signedIn(app, address, passwordOf(address));
});

test('who has a password of their own is mailed a link instead, and no message brings a temporary one', async () => {
  const { address, password, deliveryId } = await aNewcomer();
  const recipient = await signedIn(app, address, password);
  await recipient.call(passwords.changePassword, { currentPassword: password, newPassword: PASSWORD });
  await sendTo(address);
  await ask(address);
  await app.visitor().call(account.requestPasswordMailByLink, { deliveryId });
  await app.work();
  expect(passwordMails(address)).toHaveLength(1);
  expect(app.sink.mailsTo(address).filter((mail) => /\/portal\/password#[\w-]{22}/.test(textOf(mail)))).toHaveLength(2);
  await signedIn(app, address);
});

test('known and unknown addresses get the same answer, and the same rows wait for both', async () => {
  const { address } = await aNewcomer();
  const unknown = `${aKey().toLowerCase()}@client.example`;
  const kindsOf = async (who: string) => {
    const answer = await app.visitor().call(account.requestPasswordMail, { address: who });
    const rows = await mongoose.connection.collection('outbox').find({ address: who, state: 'due' }).toArray();
    return { answer, kinds: rows.map(({ kind }) => String(kind)).sort() };
  };
  const seen = [await kindsOf(address), await kindsOf(unknown)];
  expect(seen[0]?.kinds).toEqual(['password-link', 'temporary-password']);
  expect(seen[1]).toEqual(seen[0]);
  await app.work();
  expect(app.sink.mailsTo(unknown)).toHaveLength(0);
  expect(passwordMails(address)).toHaveLength(2);
});

test('a mail that is tried again carries the same password, and what was in the outbox is erased when it left', async () => {
  const address = `${aKey().toLowerCase()}@client.example`;
  app.sink.faults.data[address] = 451;
  await sendTo(address);
  const first = await accountOf(address);
  app.clock.advance(10 * MINUTE);
  app.sink.faults.data = {};
  await app.work();
  expect((await accountOf(address))?.['temporaryPassword']).toEqual(first?.['temporaryPassword']);
  await signedIn(app, address, passwordOf(address));
  const rows = await mongoose.connection.collection('outbox').find({ address, kind: 'temporary-password' }).toArray();
  expect(rows).toMatchObject([{ state: 'sent' }]);
  expect(rows[0]).not.toHaveProperty('sealedSecret');
});

test('a password that ended while its mail waited is made anew, and two servers that deliver at once mail one', async () => {
  const address = `${aKey().toLowerCase()}@client.example`;
  app.sink.faults.data[address] = 451;
  await sendTo(address);
  app.clock.advance(26 * HOUR);
  app.sink.faults.data = {};
  await Promise.all([deliverDueMail(app.context), deliverDueMail(app.context)]);
  expect(passwordMails(address)).toHaveLength(1);
  await signedIn(app, address, passwordOf(address));
});

test('two who ask at the same moment: the newest mail holds the password that works', async () => {
  const { address } = await aNewcomer();
  const request = () => app.visitor().call(account.requestPasswordMail, { address });
  await Promise.all([request(), request()]);
  await Promise.all([deliverDueMail(app.context), deliverDueMail(app.context)]);
  const works = passwordMails(address).map((mail) =>
    signedIn(app, address, TEMPORARY.exec(textOf(mail))?.[0] ?? '').then(
      () => true,
      () => false,
    ),
  );
  expect((await Promise.all(works)).filter(Boolean)).toHaveLength(1);
});

test('nothing readable of a temporary password is in the database while its mail waits', async () => {
  const address = `${aKey().toLowerCase()}@client.example`;
  app.sink.faults.data[address] = 451;
  await sendTo(address);
  const rows = [...(await mongoose.connection.collection('outbox').find({ address }).toArray()), await accountOf(address)];
  const waiting = Buffer.from(mongoose.mongo.BSON.serialize({ rows })).toString('latin1');
  expect(waiting).toContain('sealedSecret');
  app.sink.faults.data = {};
  app.clock.advance(10 * MINUTE);
  await app.work();
  const password = passwordOf(address);
  expect(password).toMatch(TEMPORARY);
  for (const text of [password, password.replaceAll('-', '')]) expect(waiting).not.toContain(text);
});

test('a notification sent again long after brings the temporary password it tells of, while one that works is not replaced', async () => {
  const { address, messageId, deliveryId, password } = await aNewcomer();
  const again = async () => {
    app.clock.advance(20 * MINUTE);
    await app.staff().call(sendAgain, { messageId, deliveryId });
    await app.work();
  };
  await again();
  expect([notificationsTo(address).length, passwordMails(address).length]).toEqual([2, 1]);
  app.clock.advance(25 * HOUR);
  await again();
  expect([notificationsTo(address).length, passwordMails(address).length]).toEqual([3, 2]);
  expect(passwordOf(address)).not.toBe(password);
  await signedIn(app, address, passwordOf(address));
});
