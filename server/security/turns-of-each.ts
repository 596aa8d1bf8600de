import { inTurns } from './in-turns.ts';

/** The same as `inTurns` for each `key` by itself, such as an account, whose works then wait for one another and not for those of others.
 *  @throws throttled */
export function turnsOfEach(
  atATime: number,
  mostWaiting: number,
): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const under = new Map<string, { readonly inTurn: ReturnType<typeof inTurns>; works: number }>();
  return async (key, work) => {
    const own = under.get(key) ?? { inTurn: inTurns(atATime, mostWaiting), works: 0 };
    under.set(key, own);
    own.works += 1;
    try {
      return await own.inTurn(work);
    } finally {
      own.works -= 1;
      if (own.works === 0) under.delete(key);
    }
  };
}
