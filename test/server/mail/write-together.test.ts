import { expect, test } from '@jest/globals';
import { writeTogether } from '../../../server/mail/write-together.ts';

test('what comes together is written together, in order and nothing twice', async () => {
  const writes: number[][] = [];
  const write = writeTogether<number>(async (items) => void writes.push([...items]));
  await Promise.all([write(1), write(2), write(3)]);
  await write(4);
  expect(writes).toEqual([[1, 2, 3], [4]]);
});

test('what comes during a write is written by the next one', async () => {
  const writes: number[][] = [];
  let letGo: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (letGo = resolve));
  let began: () => void = () => undefined;
  const hasBegun = new Promise<void>((resolve) => (began = resolve));
  const write = writeTogether<number>(async (items) => {
    writes.push([...items]);
    began();
    if (items.includes(1)) await first;
  });
  const one = write(1);
  await hasBegun;
  const others = [write(2), write(3)];
  letGo();
  await Promise.all([one, ...others]);
  expect(writes).toEqual([[1], [2, 3]]);
});

test('a write that fails fails for each of its items, and for nothing that comes later', async () => {
  const write = writeTogether<number>((items) => (items.includes(2) ? Promise.reject(new Error('away')) : Promise.resolve()));
  const ends = await Promise.allSettled([write(1), write(2)]);
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(write(3)).resolves.toBeUndefined();
});
