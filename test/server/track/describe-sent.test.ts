import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { aMessage } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();

test('an open message in the pane is asked for every few seconds, and its text is not unsealed for that', async () => {
  const { messageId } = await app.staff().call(send.sendMessage, aMessage());
  const messages = mongoose.connection.collection('messages');
  await messages.updateOne({ _id: messageId } as object, { $set: { sealedContent: Buffer.alloc(60) } });
  const told = await app.staff().call(track.readSent, { messageId });
  expect(told).toMatchObject({ subject: 'Your scan results', recipients: [{ downloads: [] }] });
});
