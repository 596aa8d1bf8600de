import { withResolvers } from '../with-resolvers.ts';
import { OutlookError } from './outlook-error.ts';
import { within } from './within.ts';

/** People may have to look for their phone. */
const PATIENCE_MS = 600_000;

const listeners = new Set<() => void>();
let giveUp: (() => void) | null = null;

/** Waits for the answer of Outlook's sign-in window: ten minutes at most, for Outlook may lose sight of it, and until people give it up.
 *  @throws OutlookError sign_in_cancelled in both cases */
export async function throughWindow<T>(answer: Promise<T>): Promise<T> {
  const givenUp = withResolvers<never>();
  const mine = () => givenUp.reject(new OutlookError('sign_in_cancelled'));
  show(mine);
  try {
    return await within(Promise.race([answer, givenUp.promise]), PATIENCE_MS, () => new OutlookError('sign_in_cancelled'));
  } finally {
    if (giveUp === mine) show(null);
  }
}

/** Whether people are expected to sign in in a window of Outlook's now. */
export function isSignInWindowOpen(): boolean {
  return giveUp !== null;
}

/** Stops waiting for the window; an answer that comes later is dropped. */
export function giveUpSignInWindow(): void {
  giveUp?.();
}

/** Tells whenever such a window opens or ends. @returns how to stop */
export function watchSignInWindow(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

function show(open: (() => void) | null): void {
  giveUp = open;
  for (const changed of listeners) changed();
}
