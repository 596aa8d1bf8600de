import { expect, test } from '@jest/globals';
import { inTurns } from '../../../server/security/in-turns.ts';

test('no more run at once than may, the others in the order they came, and a failure frees its place', async () => {
  const take = inTurns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const works = Array.from({ length: 5 }, (_, index) =>
    take(async () => {
      begun.push(index);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (index === 0) throw new Error('broken');
      return index;
    }),
  );
  const outcomes = Promise.allSettled(works);
  for (let count = 2; count <= 5; count += 1) {
    await new Promise(setImmediate);
    expect(begun).toEqual([0, 1, 2, 3, 4].slice(0, count));
    ends.shift()?.();
  }
  ends.shift()?.();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', ...Array.from({ length: 4 }, () => 'fulfilled')]);
});
