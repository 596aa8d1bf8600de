import { beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { routes } from '../../../server/routes.ts';
import type { Client } from '../../support/client.ts';
import { databaseContent } from '../../support/database-content.ts';
import { aMessage, aMessageReceived, anUpload, linkOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import * as send from '../../../contract/send.ts';

const app = useApp();
const PNG = 'data of a picture';

interface World {
  readonly recipient: Client;
  readonly staff: Client;
  readonly deliveryId: string;
  readonly parameters: Readonly<Record<string, string>>;
}
let world: World;

beforeAll(async () => {
  const staff = app.staff();
  const picture = await anUpload(staff, PNG, 'picture.png', 'picture-1');
  const { deliveryId, recipient, open, message } = await aMessageReceived(app, { attachments: [picture] });
  const { attachments } = await open();
  const attachmentId = attachments[0]?.attachmentId ?? '';
  world = { recipient, staff, deliveryId, parameters: { deliveryId, attachmentId, folder: 'inbox', sendKey: message.sendKey } };
});

const getEndpoints = routes
  .filter(({ endpoint }) => endpoint.method === 'GET')
  .map(({ endpoint, who }) => ({ path: endpoint.path, answer: endpoint.answer, who }));
const addressOf = (path: string) => path.replace(/:(\w+)/g, (_all, name: string) => world.parameters[name] ?? '');
const recordedDownloads = async () => {
  const [message] = await mongoose.connection
    .collection('messages')
    .find({ 'recipients.deliveryId': world.deliveryId })
    .toArray();
  return Object.values((message?.['recipients'] as { downloads: Record<string, { count: number }> }[])[0]?.downloads ?? {});
};

test.each(getEndpoints)('HEAD $path changes nothing', async ({ path, who }) => {
  const client = who.name === 'staff' ? world.staff : world.recipient;
  const before = await databaseContent();
  const answer = await client.fetch(addressOf(path), { method: 'HEAD' });
  expect(await answer.text()).toBe('');
  expect(await databaseContent()).toEqual(before);
});

/** What a signed-in reader saves is recorded, and nothing else is. */
const recordsItself = ['/attachments/:attachmentId', '/attachments.zip', '/message.eml'];

test.each(getEndpoints.filter(({ path }) => !recordsItself.some((end) => path.endsWith(end))))(
  'GET $path changes nothing',
  async ({ path, who }) => {
    const client = who.name === 'staff' ? world.staff : world.recipient;
    const before = await databaseContent();
    expect((await client.fetch(addressOf(path))).status).toBe(200);
    expect(await databaseContent()).toEqual(before);
  },
);

test('HEAD of a download is refused and names GET; GET records itself', async () => {
  const path = addressOf('/api/mailbox/deliveries/:deliveryId/attachments/:attachmentId');
  const head = await world.recipient.fetch(path, { method: 'HEAD' });
  expect(head.status).toBe(405);
  expect(head.headers.get('allow')).toBe('GET');
  expect(await recordedDownloads()).toEqual([]);
  const got = await world.recipient.fetch(path);
  expect(await got.text()).toBe(PNG);
  expect(await recordedDownloads()).toMatchObject([{ count: 1 }]);
});

test('a link that a scanner opens twenty times leaves message, account and mails as they were', async () => {
  await app.staff().call(send.sendMessage, aMessage({ recipients: [{ address: 'scanned@client.example', kind: 'to' }] }));
  await app.work();
  const deliveryId = linkOf(app, 'scanned@client.example');
  const before = await databaseContent();
  for (let time = 1; time <= 20; time += 1) {
    for (const path of [`/api/account/links/${deliveryId}`, `/m/${deliveryId}`, `/api/mailbox/deliveries/${deliveryId}/open`]) {
      await app.visitor().fetch(path);
      await app.visitor().fetch(path, { method: 'HEAD' });
    }
  }
  expect(await databaseContent()).toEqual(before);
});
