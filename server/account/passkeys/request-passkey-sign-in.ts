import type { OutputOf } from '../../../contract/endpoint.ts';
import type { requestPasskeySignIn as endpoint } from '../../../contract/passkeys.ts';
import type { Context } from '../../context.ts';
import type { Visitor } from '../../http/who.ts';
import { askPasskey } from '../../security/passkeys.ts';
import { takeThrottledTry } from '../../security/throttle.ts';

/** Asks for an answer of any passkey that knows this site; nobody has said who they are. @throws throttled */
export async function requestPasskeySignIn(
  _input: object,
  { network }: Visitor,
  context: Context,
): Promise<OutputOf<typeof endpoint>> {
  await takeThrottledTry('passkeyNetwork', network, context.clock.now());
  return { options: { ...(await askPasskey({ purpose: 'sign-in', askedBy: '' }, [], context)) } };
}
