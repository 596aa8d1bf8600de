import { expect, test } from '@jest/globals';
import { sendersOf } from '../../../server/send/senders-of.ts';
import { testConfig } from '../../support/test-config.ts';

const SHARED_MAILBOXES =
  'reception@harbour.example=alex@harbour.example Lee@Harbour.example; info@harbour.example=*; ward@elsewhere.example=*';
const config = testConfig({ SHARED_MAILBOXES });
const of = (...addresses: string[]) => sendersOf({ addresses }, config);

test('people send from their own addresses first, then from the shared mailboxes they belong to', () => {
  expect(of('alex@harbour.example')).toEqual(['alex@harbour.example', 'reception@harbour.example', 'info@harbour.example']);
  expect(of('robin@harbour.example')).toEqual(['robin@harbour.example', 'info@harbour.example']);
});

test('nobody sends from outside the organisation, and who has no proven address from nowhere', () => {
  expect(of('guest@elsewhere.example')).toEqual([]);
  expect(of()).toEqual([]);
});

test('a shared mailbox that is written wrongly keeps the server from starting', () => {
  for (const wrong of ['reception', 'reception@harbour.example', 'reception@harbour.example=alex', 'a@b.example=*=*'])
    expect(() => testConfig({ SHARED_MAILBOXES: wrong })).toThrow(/SHARED_MAILBOXES/);
});
