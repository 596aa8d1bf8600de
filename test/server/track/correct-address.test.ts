import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import * as send from '../../../contract/send.ts';
import * as track from '../../../contract/track.ts';
import { changeRecipient } from '../../support/change-message.ts';
import { aKey, aMessage, anUpload } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const LIMIT = 2 * 1024 * 1024;
const app = useApp({ ORGANISATION_MAIL_MAX_BYTES: String(LIMIT) });

const outside = () => `${aKey().toLowerCase()}@client.example`;
const inside = () => `${aKey().toLowerCase()}@harbour.example`;

/** A message to one or more people outside, and how the address of the first is corrected. */
async function aSentMessage(changes: Parameters<typeof aMessage>[0], count = 1) {
  const recipients = Array.from({ length: count }, () => ({ address: outside(), kind: 'to' as const }));
  const { messageId } = await app.staff().call(send.sendMessage, aMessage({ recipients, ...changes }));
  await app.work();
  const { recipients: told } = await app.staff().call(track.readSent, { messageId });
  const deliveryId = told[0]?.deliveryId ?? '';
  return {
    messageId,
    deliveryId,
    correct: (address: string) => app.staff().call(track.correctAddress, { messageId, deliveryId, address, name: 'Kim Lee' }),
    line: async () => {
      const { entries } = await app.staff().call(track.listSent, {});
      return entries.find((entry) => entry.messageId === messageId);
    },
  };
}

test.each<[string, string, () => Promise<Parameters<typeof aMessage>[0]>]>([
  ['files', 'attachments_too_large', async () => ({ attachments: [await anUpload(app.staff(), randomBytes(900_000))] })],
  ['a text', 'message_too_large', () => Promise.resolve({ html: 'x'.repeat(LIMIT) })],
])('%s that no mail to a colleague can hold: the correction is refused and nothing is taken back', async (_what, code, large) => {
  const { messageId, correct } = await aSentMessage(await large());
  const colleague = inside();
  await expect(correct(colleague)).rejects.toMatchObject({ code, details: { fields: ['address'] } });
  await app.work();
  const { recipients } = await app.staff().call(track.readSent, { messageId });
  expect(recipients).toMatchObject([{ recalledAt: null }]);
  expect(app.sink.mailsTo(colleague)).toEqual([]);
  expect((await correct(outside())).recipients).toHaveLength(2);
});

test('corrected to a colleague, what fits goes there as a mail', async () => {
  const { correct } = await aSentMessage({ attachments: [await anUpload(app.staff(), randomBytes(100_000))] });
  const colleague = inside();
  expect((await correct(colleague)).recipients).toMatchObject([{ recalledAt: expect.any(String) }, { route: 'mail' }]);
  await app.work();
  expect(app.sink.mailsTo(colleague).map(({ mail }) => mail.attachments.length)).toEqual([1]);
});

test('a corrected recipient is one recipient in the list, and what became of the wrong address is not told there', async () => {
  const { deliveryId, correct, line } = await aSentMessage({});
  await changeRecipient(deliveryId, { bouncedAt: app.clock.now(), bounceReason: 'unknown-address' });
  const one = { recipientCount: 1, portalCount: 1, openedCount: 0, recalledCount: 0 };
  expect(await line()).toMatchObject({ ...one, bouncedCount: 1, unreachableCount: 1 });
  const right = outside();
  await correct(right);
  const recipients = [{ address: right, name: 'Kim Lee' }];
  expect(await line()).toMatchObject({ ...one, bouncedCount: 0, unreachableCount: 0, recipients });
});

test('who was not reached and then lost the message is one who cannot open it, beside another who still can', async () => {
  const { messageId, deliveryId, line } = await aSentMessage({}, 2);
  await changeRecipient(deliveryId, { bouncedAt: app.clock.now(), bounceReason: 'unknown-address' });
  await app.staff().call(track.recallMessage, { messageId, deliveryIds: [deliveryId] });
  expect(await line()).toMatchObject({ portalCount: 2, bouncedCount: 0, recalledCount: 1, unreachableCount: 1 });
});
