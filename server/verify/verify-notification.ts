import type { OutputOf, ParsedInputOf } from '../../contract/endpoint.ts';
import type { verifyNotification as endpoint } from '../../contract/verify.ts';
import type { Context } from '../context.ts';
import type { Visitor } from '../http/who.ts';
import { personName } from '../mail/person-name.ts';
import { takeThrottledTry } from '../security/throttle.ts';
import { verificationHash } from '../security/verification-code.ts';
import { findOriginOf } from '../store/messages.ts';
import { sentAtOf } from '../store/sent-at-of.ts';

/** Tells who sent the message whose notification holds a code, and when; also of messages that were recalled or have ended. Known and unknown
 *  codes take the same work. @throws throttled */
export async function verifyNotification(
  { code }: ParsedInputOf<typeof endpoint>,
  { network }: Visitor,
  { clock, keys }: Context,
): Promise<OutputOf<typeof endpoint>> {
  await takeThrottledTry('verifyFromNetwork', network, clock.now());
  const message = await findOriginOf(verificationHash(code, keys));
  if (!message) return { genuine: null };
  const sentAt = sentAtOf(message);
  return { genuine: { sender: personName(message.author), sentAt: sentAt.toISOString() } };
}
