/** Does `request` for 0 to count - 1, so many at a time, and answers how many seconds that took. The first failure ends it. */
export async function drive(count: number, atATime: number, request: (index: number) => Promise<void>): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  const worker = async () => {
    while (next < count) {
      next += 1;
      await request(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return (performance.now() - startedAt) / 1000;
}
