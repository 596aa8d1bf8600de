import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import type { Visitor } from '../http/who.ts';
import { issueCode } from '../security/codes.ts';
import { takeThrottledTry } from '../security/throttle.ts';
import { accountOfLink } from './find-link.ts';
import { oweSecretMail } from './owe-secret-mail.ts';

/** Owes the recipient of a link a mail with a code; earlier codes stay valid. @throws message_not_found, throttled */
export async function requestCode(
  { deliveryId }: { deliveryId: string },
  { network, language }: Visitor,
  context: Context,
): Promise<{ validMinutes: number }> {
  const now = context.clock.now();
  await takeThrottledTry('mailFromNetwork', network, now);
  const { address, passwordHash } = await accountOfLink(deliveryId);
  await takeThrottledTry('mailToAddress', address, now);
  const reason = passwordHash === null ? 'message-sent' : 'requested';
  await oweSecretMail({ kind: 'code', address, reason, language }, await issueCode(address, context), context);
  return { validMinutes: limits.codeMinutes };
}
