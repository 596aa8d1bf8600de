import { expect, test } from '@jest/globals';
import type { Response } from 'express';
import { downloadTurns } from '../../../server/http/download-turns.ts';

const living = { destroyed: false } as Response;
const settle = () => new Promise(setImmediate);

/** Downloads that end when they are told to. */
function aServer() {
  const inTurn = downloadTurns();
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (accountId: string, kind = 'file', response = living) =>
    inTurn({ accountId }, kind, response, async () => {
      begun.push(`${accountId} ${kind}`);
      await new Promise<void>((resolve) => ends.push(resolve));
    });
  return { ask, begun, ends };
}

test('six files at once for one account: the seventh waits, other people and pictures do not', async () => {
  const { ask, begun, ends } = aServer();
  const all = Array.from({ length: 7 }, () => ask('pat'));
  all.push(ask('kim'), ask('pat', 'picture'));
  await settle();
  expect(begun).toEqual([...Array.from({ length: 6 }, () => 'pat file'), 'kim file', 'pat picture']);
  ends.shift()?.();
  await settle();
  expect(begun.filter((one) => one === 'pat file')).toHaveLength(7);
  for (const end of ends) end();
  await Promise.all(all);
});

test('who went away while waiting is passed over, and who asks for very many is told to come again', async () => {
  const { ask, begun, ends } = aServer();
  const all = Array.from({ length: 6 }, () => ask('pat'));
  const gone = { destroyed: true } as Response;
  const waiting = Array.from({ length: 100 }, () => ask('pat', 'file', gone));
  await expect(ask('pat')).rejects.toMatchObject({ code: 'throttled', details: { retryAfterSeconds: 5 } });
  for (const end of ends) end();
  await Promise.all([...all, ...waiting]);
  expect(begun).toHaveLength(6);
});
