import { expect, test } from '@jest/globals';
import { makeFakeOffice } from '../../../demo/outlook/make-fake-office.ts';

const situation = {
  mailboxMinor: 13,
  theme: 'dark',
  signIn: 'silent',
  address: 'alex@harbour.example',
  name: 'Alex Morgan',
  inReplyTo: null,
} as const;
const slow = () => new Promise((resolve) => setTimeout(() => resolve('Scan'), 5));

test('a fourth question while three are open is refused, as Outlook does', async () => {
  const { office } = makeFakeOffice(slow, situation);
  const { subject } = office.context.mailbox.item as unknown as {
    subject: { getAsync: (callback: (result: unknown) => void) => void };
  };
  const results = await Promise.all(
    Array.from({ length: 4 }, () => new Promise<unknown>((resolve) => subject.getAsync(resolve))),
  );
  expect(results.map((result) => (result as { status: string }).status)).toEqual([
    'succeeded',
    'succeeded',
    'succeeded',
    'failed',
  ]);
});

test('it knows what its version knows', () => {
  const { requirements } = makeFakeOffice(slow, situation).office.context;
  expect([requirements.isSetSupported('Mailbox', '1.8'), requirements.isSetSupported('Mailbox', '1.14')]).toEqual([true, false]);
  expect(requirements.isSetSupported('NestedAppAuth', '1.1')).toBe(true);
});

test('who asked to be told of a change is told until they have enough', () => {
  const { office, fire } = makeFakeOffice(slow, situation);
  let times = 0;
  office.context.mailbox.item.addHandlerAsync('olkRecipientsChanged', () => (times += 1));
  fire('olkRecipientsChanged');
  office.context.mailbox.item.removeHandlerAsync('olkRecipientsChanged');
  fire('olkRecipientsChanged');
  expect(times).toBe(1);
});
