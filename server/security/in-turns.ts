/** Makes a function that lets so many works run at once; the others wait, first come, first served. */
export function inTurns(atATime: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < atATime) running += 1;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever is next takes over the place, so that nobody slips in between.
      if (next) next();
      else running -= 1;
    }
  };
}
