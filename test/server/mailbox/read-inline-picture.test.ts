import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import * as send from '../../../contract/send.ts';
import { changeRecipient } from '../../support/change-message.ts';
import { aMessageReceived } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp();

/** A message with one file that its body may show. */
async function aPictureReceived(contentType: string, contentId: string | null, bytes = randomBytes(2000)) {
  const { uploadId } = await app.staff().upload(send.uploadAttachment, new Blob([bytes]), 'picture');
  const received = await aMessageReceived(app, { attachments: [{ uploadId, name: 'picture', contentType, contentId }] });
  const { attachments } = await received.open();
  const path = `/api/mailbox/deliveries/${received.deliveryId}/pictures/${attachments[0]?.attachmentId ?? ''}`;
  return { ...received, bytes, path };
}

test.each(['image/png', 'image/jpeg', 'IMAGE/GIF', 'image/webp'])(
  'a picture of type %s that the body shows arrives as what it is, and cannot run',
  async (type) => {
    const { path, recipient, bytes } = await aPictureReceived(type, 'picture-1@word');
    const answer = await recipient.fetch(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type.toLowerCase());
    expect(answer.headers.get('content-disposition')).toMatch(/^inline/);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
  },
);

test.each([
  ['image/svg+xml', 'picture-1'],
  ['text/html', 'picture-1'],
  ['application/pdf', 'picture-1'],
  ['image/png', null],
])('a file of type %s with content id %s is not shown in place', async (type, contentId) => {
  const { path, recipient } = await aPictureReceived(type, contentId);
  const answer = await recipient.fetch(path);
  expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 'attachment_not_found' } }]);
});

test('a recalled message shows no picture any more, and nobody else’s ever', async () => {
  const { path, recipient, deliveryId } = await aPictureReceived('image/png', 'picture-1');
  const { recipient: other } = await aMessageReceived(app);
  expect((await other.fetch(path)).status).toBe(404);
  expect((await app.visitor().fetch(path)).status).toBe(401);
  await changeRecipient(deliveryId, { recalledAt: app.clock.now() });
  expect((await recipient.fetch(path)).status).toBe(410);
});
