import type { Context } from '../context.ts';
import type { Visitor } from '../http/who.ts';
import { proveByLink } from '../security/codes.ts';
import { giveBackThrottledTry, takeThrottledTry } from '../security/throttle.ts';

/** For whom a set-password link is, while it works; uses nothing up. @throws password_link_expired, throttled */
export async function checkPasswordLink(
  { secret }: { secret: string },
  { network }: Visitor,
  context: Context,
): Promise<{ address: string }> {
  await takeThrottledTry('proofFromNetwork', network, context.clock.now());
  const { address } = await proveByLink(secret, context);
  await giveBackThrottledTry('proofFromNetwork', network);
  return { address };
}
