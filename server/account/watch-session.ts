import type { Context } from '../context.ts';
import type { Recipient } from '../http/who.ts';

/** How long the caller's session lives on by itself, in seconds. */
export async function watchSession(
  _input: object,
  { idleEndsAt, absoluteEndsAt }: Recipient,
  { clock }: Context,
): Promise<{ secondsLeft: number; mayStay: boolean }> {
  const secondsLeft = Math.max(0, Math.floor((idleEndsAt.getTime() - clock.now().getTime()) / 1000));
  return { secondsLeft, mayStay: idleEndsAt < absoluteEndsAt };
}
