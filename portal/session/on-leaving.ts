const LONGEST_MS = 5000;
const forgetters = new Set<() => void>();

const finishers = new Set<() => Promise<unknown>>();

/** Before somebody logs out a part may finish what must not be lost. */
export function beforeLeaving(finish: () => Promise<unknown>): void {
  finishers.add(finish);
}

/** Lets every part finish, for a few seconds at most: who logs out at a shared computer must not wait for a broken line. */
export async function finishPerson(): Promise<void> {
  const finished = Promise.allSettled([...finishers].map((finish) => finish()));
  await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, LONGEST_MS))]);
}

/** Lets a part forget what belongs to the person who logs out. */
export function onLeaving(forget: () => void): void {
  forgetters.add(forget);
}

/** Forgets everything that belongs to the person who logs out. */
export function forgetPerson(): void {
  for (const forget of forgetters) forget();
}
