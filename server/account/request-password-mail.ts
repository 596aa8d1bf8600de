import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import type { Visitor } from '../http/who.ts';
import { issuePasswordLink } from '../security/codes.ts';
import { sealMailSecret } from '../security/mail-secret.ts';
import { randomId } from '../security/random-id.ts';
import { takeThrottledTry } from '../security/throttle.ts';
import { oweMail } from '../store/outbox.ts';

/** Owes a mail with a set-password link. Every address is treated the same, known or not: whether there is an account is looked up when the
 *  mail is about to leave. @throws throttled */
export async function requestPasswordMail(
  { address }: { address: string },
  { network }: Visitor,
  context: Context,
): Promise<{ validMinutes: number }> {
  const { clock, keys } = context;
  const now = clock.now();
  await takeThrottledTry('mailFromNetwork', network, now);
  await takeThrottledTry('mailToAddress', address, now);
  const { secret, endsAt } = await issuePasswordLink(address, context);
  const mailId = `password-link:${randomId()}`;
  const sealed = await sealMailSecret(mailId, secret, keys);
  await oweMail(
    { _id: mailId, kind: 'password-link', route: 'relay', address, reason: 'requested', secretEndsAt: endsAt, ...sealed },
    now,
  );
  context.wakeWorker();
  return { validMinutes: limits.passwordLinkMinutes };
}
