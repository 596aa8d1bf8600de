import { expect, test } from '@jest/globals';
import { askThroughPort, answerThroughPort } from '../../../demo/outlook/office-port.ts';

test('questions, refusals and events pass between pane and compose window', async () => {
  const { port1, port2 } = new MessageChannel();
  const events: string[] = [];
  const situation = {
    mailboxMinor: 16,
    theme: 'light',
    signIn: 'silent',
    address: 'alex@harbour.example',
    name: 'Alex Morgan',
    inReplyTo: null,
  } as const;
  const began = Promise.withResolvers<object>();
  const ask = askThroughPort(port1 as unknown as MessagePort, (told) => {
    began.resolve(told);
    return (event) => void events.push(event);
  });
  const tell = answerThroughPort(port2 as unknown as MessagePort, situation, async (member, argument) => {
    if (member === 'sendAsync') throw new Error('not here');
    return { member, argument };
  });
  expect(await began.promise).toEqual(situation);
  tell('olkRecipientsChanged');
  expect(await ask('getAttachmentContentAsync', 'a1')).toEqual({ member: 'getAttachmentContentAsync', argument: 'a1' });
  await expect(ask('sendAsync')).rejects.toThrow('not here');
  expect(events).toEqual(['olkRecipientsChanged']);
  port1.close();
});
