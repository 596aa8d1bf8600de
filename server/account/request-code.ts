import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import type { Visitor } from '../http/who.ts';
import { issueCode } from '../security/codes.ts';
import { sealMailSecret } from '../security/mail-secret.ts';
import { randomId } from '../security/random-id.ts';
import { takeThrottledTry } from '../security/throttle.ts';
import { oweMail } from '../store/outbox.ts';
import { accountOfLink } from './find-link.ts';

/** Owes the recipient of a link a mail with a code; earlier codes stay valid. @throws message_not_found, throttled */
export async function requestCode(
  { deliveryId }: { deliveryId: string },
  { network }: Visitor,
  context: Context,
): Promise<{ validMinutes: number }> {
  const { clock, keys } = context;
  const now = clock.now();
  await takeThrottledTry('mailFromNetwork', network, now);
  const { address, passwordHash } = await accountOfLink(deliveryId);
  await takeThrottledTry('mailToAddress', address, now);
  const { secret, endsAt } = await issueCode(address, context);
  const reason = passwordHash === null ? 'message-sent' : 'requested';
  const mailId = `code:${randomId()}`;
  const sealed = await sealMailSecret(mailId, secret, keys);
  await oweMail({ _id: mailId, kind: 'code', route: 'relay', address, reason, secretEndsAt: endsAt, ...sealed }, now);
  context.wakeWorker();
  return { validMinutes: limits.codeMinutes };
}
