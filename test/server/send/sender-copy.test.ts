import { expect, test } from '@jest/globals';
import * as send from '../../../contract/send.ts';
import { aKey, aMessage, textOf } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';

const RECEPTION = 'reception@harbour.example';
const app = useApp({ SHARED_MAILBOXES: `${RECEPTION}=*`, SENDER_COPY: 'yes' });

test('sent from a shared mailbox, the copy with every Bcc goes to the sender’s own mailbox and to nobody else', async () => {
  const hidden = `${aKey().toLowerCase()}@client.example`;
  const recipients = [
    { address: 'pat@client.example', kind: 'to' as const },
    { address: hidden, kind: 'bcc' as const },
  ];
  await app.staff().call(send.sendMessage, aMessage({ from: RECEPTION, recipients }));
  await app.work();
  expect(app.sink.mailsTo(RECEPTION)).toEqual([]);
  const copies = app.sink.mailsTo('alex@harbour.example');
  expect(copies.map((copy) => textOf(copy).includes(hidden))).toEqual([true]);
});

test('sent from one’s own address, the copy goes there', async () => {
  await app.staff('lee').call(send.sendMessage, aMessage({ from: 'lee@harbour.example' }));
  await app.work();
  expect(app.sink.mailsTo('lee@harbour.example')).toHaveLength(1);
});
