import { beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { type MessageRules, putMessageRule } from '../../../server/store/message-rules.ts';
import { aMessage, aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp({ MAX_EXPIRES_IN_DAYS: '90', MAY_NEVER_EXPIRE: 'no' });
beforeEach(() => mongoose.connection.collection('settings').deleteMany({}));
const policy = () => app.staff().call(send.readSendPolicy, {});
const usual = {
  expiresInDays: 30,
  allowReply: true,
  allowReplyAll: true,
  allowPrint: true,
  allowDownload: true,
  readReceipt: false,
};

test('without rules of the organisation everything is allowed and nothing is fixed', async () => {
  expect(await policy()).toMatchObject({ defaults: usual, fixed: [], maxExpiresInDays: 90, mayNeverExpire: false });
});

test('a rule says what is chosen at first, and whether that stays', async () => {
  await putMessageRule('allowPrint', { value: false, isFixed: true });
  await putMessageRule('allowReply', { value: false, isFixed: false });
  await putMessageRule('expiresInDays', { value: 14, isFixed: false });
  expect(await policy()).toMatchObject({
    defaults: { ...usual, expiresInDays: 14, allowReply: false, allowPrint: false },
    fixed: ['allowPrint'],
  });
});

test('a rule that is taken away leaves no trace', async () => {
  await putMessageRule('allowPrint', { value: false, isFixed: true });
  await putMessageRule('allowPrint', null);
  expect(await policy()).toMatchObject({ defaults: usual, fixed: [] });
});

test('the first rules of two administrators at the same moment both hold', async () => {
  const rules: readonly (keyof MessageRules)[] = ['allowReply', 'allowReplyAll', 'allowPrint', 'allowDownload'];
  await Promise.all(rules.map((option) => putMessageRule(option, { value: false, isFixed: true })));
  expect((await policy()).fixed).toEqual(rules);
  expect(await mongoose.connection.collection('settings').countDocuments({})).toBe(1);
});

test('a choice that the organisation keeps to itself is refused by the server, and named; nothing is stored', async () => {
  await putMessageRule('allowDownload', { value: false, isFixed: true });
  await putMessageRule('expiresInDays', { value: 7, isFixed: true });
  const sending = app.staff().call(send.sendMessage, aMessage({ options: usual }));
  await expect(sending).rejects.toMatchObject({
    code: 'against_policy',
    details: { fields: ['options.expiresInDays', 'options.allowDownload'] },
  });
  expect(await mongoose.connection.collection('messages').countDocuments({})).toBe(0);
  const { defaults } = await policy();
  await app.staff().call(send.sendMessage, aMessage({ options: defaults }));
});

test('a rule that came after a message changes nothing about it', async () => {
  const { open } = await aMessageReceived(app, { options: usual });
  await putMessageRule('allowPrint', { value: false, isFixed: true });
  expect(await open()).toMatchObject({ mayPrint: true });
});

test('a rule never reaches beyond the settings of the server', async () => {
  await putMessageRule('expiresInDays', { value: 365, isFixed: false });
  expect((await policy()).defaults.expiresInDays).toBe(90);
  await putMessageRule('expiresInDays', { value: null, isFixed: false });
  expect((await policy()).defaults.expiresInDays).toBe(90);
});

test('what was accepted is answered again after a rule has changed, and is not sent twice', async () => {
  const message = aMessage({ options: usual });
  const sent = await app.staff().call(send.sendMessage, message);
  await putMessageRule('allowPrint', { value: false, isFixed: true });
  expect(await app.staff().call(send.sendMessage, message)).toEqual(sent);
});

test('a time to read that the organisation has fixed cannot be extended beyond', async () => {
  await putMessageRule('expiresInDays', { value: 14, isFixed: true });
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ options: { ...usual, expiresInDays: 14 } }));
  const extend = (expiresInDays: number) =>
    app.staff().call(track.extendMessage, { messageId, deliveryIds: null, expiresInDays });
  await expect(extend(15)).rejects.toMatchObject({ code: 'against_policy', details: { limit: 14 } });
  expect((await extend(14)).messageId).toBe(messageId);
});
