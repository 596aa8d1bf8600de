const forgetters = new Set<() => void>();

/** Lets a part forget what belongs to the person who logs out. */
export function onLeaving(forget: () => void): void {
  forgetters.add(forget);
}

/** Forgets everything that belongs to the person who logs out. */
export function forgetPerson(): void {
  for (const forget of forgetters) forget();
}
