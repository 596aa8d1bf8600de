import { expect, test } from '@jest/globals';
import { act, readTracked, type TrackedFlow } from '../../../addin/track/tracked-flow.ts';
import { CallError } from '../../../contract/call.ts';
import { readSent, recallMessage } from '../../../contract/track.ts';
import { fakeApi } from '../../support/fake-api.ts';
import { aTrackedMessage, aTrackedRecipient } from '../../support/tracked-message.ts';

const before = aTrackedMessage();
const recalled = aTrackedMessage(aTrackedRecipient({ recalledAt: '2026-11-22T10:00:00.000Z' }));
const recall = { kind: 'recall', deliveryId: null } as const;

function aFlow(answers: Parameters<typeof fakeApi>[0]): TrackedFlow {
  return { api: fakeApi(answers).api, messageId: before.messageId, show: () => undefined, state: { step: 'loading' }, turn: 0 };
}

test('an answer from before a recall does not undo what the pane shows of it', async () => {
  let answer: (message: typeof before) => void = () => undefined;
  const late = new Promise<typeof before>((resolve) => {
    answer = resolve;
  });
  const flow = aFlow({ [readSent.path]: () => late, [recallMessage.path]: () => recalled });
  const reading = readTracked(flow);
  await act(flow, recall);
  answer(before);
  await reading;
  expect(flow.state).toEqual({ step: 'shown', message: recalled, isBehind: false });
});

test('what is shown stays while the server is away, marked as perhaps out of date', async () => {
  let isAway = false;
  const flow = aFlow({ [readSent.path]: () => (isAway ? Promise.reject(new CallError('offline')) : before) });
  await readTracked(flow);
  isAway = true;
  await readTracked(flow);
  expect(flow.state).toEqual({ step: 'shown', message: before, isBehind: true });
});

test('an action that was refused says so and looks how things stand', async () => {
  const refused = new CallError('message_recalled');
  const flow = aFlow({ [readSent.path]: () => recalled, [recallMessage.path]: () => Promise.reject(refused) });
  await expect(act(flow, recall)).rejects.toBe(refused);
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  expect(flow.state).toMatchObject({ step: 'shown', message: recalled });
});
