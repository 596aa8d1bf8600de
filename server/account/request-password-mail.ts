import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import type { Visitor } from '../http/who.ts';
import { issuePasswordLink } from '../security/codes.ts';
import { takeThrottledTry } from '../security/throttle.ts';
import { oweSecretMail } from './owe-secret-mail.ts';

/** Owes a mail with a set-password link. Every address is treated the same, known or not: whether there is an account is looked up when the
 *  mail is about to leave. @throws throttled */
export async function requestPasswordMail(
  { address }: { address: string },
  { network, language }: Visitor,
  context: Context,
): Promise<{ validMinutes: number }> {
  const now = context.clock.now();
  await takeThrottledTry('mailFromNetwork', network, now);
  await takeThrottledTry('mailToAddress', address, now);
  const issued = await issuePasswordLink(address, context);
  await oweSecretMail({ kind: 'password-link', address, reason: 'requested', language }, issued, context);
  return { validMinutes: limits.passwordLinkMinutes };
}
