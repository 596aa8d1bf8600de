import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { noteSignInFailure } from '../../../server/store/sign-in-failures.ts';
import { aKey, aMessage } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { DAY, HOUR } from '../../support/test-clock.ts';

const app = useApp();

test('wrong passwords typed before a message was sent are none of its own; of many at the same moment each counts', async () => {
  const address = `${aKey().toLowerCase()}@client.example`;
  const miss = (times: number) => Promise.all(Array.from({ length: times }, () => noteSignInFailure(address, app.clock.now())));
  await miss(20);
  app.clock.advance(HOUR);
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address, kind: 'to' }] }));
  const told = async () => (await app.staff().call(track.readSent, { messageId })).recipients[0]?.failedSignIns;
  expect(await told()).toBeNull();
  app.clock.advance(3 * DAY);
  await miss(3);
  app.clock.advance(3 * DAY);
  await miss(2);
  expect(await told()).toEqual({ count: 5, lastAt: app.clock.now().toISOString() });
  await miss(120);
  expect(await told()).toMatchObject({ count: 100 });
});

test('an open message in the pane is asked for every few seconds, and its text is not unsealed for that', async () => {
  const { messageId } = await app.staff().call(send.sendMessage, aMessage());
  const messages = mongoose.connection.collection('messages');
  await messages.updateOne({ _id: messageId } as object, { $set: { sealedContent: Buffer.alloc(60) } });
  const told = await app.staff().call(track.readSent, { messageId });
  expect(told).toMatchObject({ subject: 'Your scan results', recipients: [{ downloads: [] }] });
});
