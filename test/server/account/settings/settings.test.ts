import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as account from '../../../../contract/account.ts';
import { defaultSettings, changeSettings, readSettings } from '../../../../contract/settings.ts';
import { forgetThrottles } from '../../../support/forget-throttles.ts';
import { aMessageReceived } from '../../../support/story.ts';
import { useApp } from '../../../support/test-app.ts';

const app = useApp();
beforeEach(forgetThrottles);

test('what was chosen stays, what was not is left to the browser, and the session tells it at once', async () => {
  const { recipient } = await aMessageReceived(app);
  expect(await recipient.call(readSettings, {})).toEqual(defaultSettings);
  await recipient.call(changeSettings, { language: 'de', timeZone: 'Europe/Berlin', hourCycle: 'h23' });
  const changed = await recipient.call(changeSettings, {
    signature: 'Pat Doe\nCanarysignature',
    messagesPerPage: 100,
    language: null,
  });
  expect(changed).toEqual({
    ...defaultSettings,
    ...{ timeZone: 'Europe/Berlin', hourCycle: 'h23', messagesPerPage: 100, signature: 'Pat Doe\nCanarysignature' },
  });
  expect((await recipient.call(account.readSession, {})).settings).toEqual(changed);
  const stored = await mongoose.connection.collection('accounts').find().toArray();
  const bytes = stored.map((row) => Buffer.from(mongoose.mongo.BSON.serialize(row)).toString('latin1')).join('\n');
  expect(bytes).not.toContain('Canarysignature');
});

test('changes of different settings at the same moment are all kept', async () => {
  const { recipient } = await aMessageReceived(app);
  const changes = [
    { language: 'en' as const },
    { hourCycle: 'h12' as const },
    { messagesPerPage: 25 as const },
    { signature: 'x' },
  ];
  await Promise.all(changes.map((change) => recipient.call(changeSettings, change)));
  expect(await recipient.call(readSettings, {})).toMatchObject(Object.assign({}, ...changes));
});

test('what cannot be chosen is not understood', async () => {
  const { recipient } = await aMessageReceived(app);
  for (const body of [
    { language: 'xx' },
    { timeZone: 'Mars/Olympus' },
    { timeZone: { $ne: null } },
    { messagesPerPage: 1000 },
    { signature: 'x'.repeat(2001) },
    { sealedSignature: 'x' },
    { 'settings.language': 'de' },
  ]) {
    const headers = { 'content-type': 'application/json' };
    const answer = await recipient.fetch('/api/account/settings', { method: 'POST', headers, body: JSON.stringify(body) });
    expect([body, answer.status]).toEqual([body, 400]);
  }
});
