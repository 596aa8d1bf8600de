import type * as account from '../../contract/account.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import type { Visitor } from '../http/who.ts';
import { issuePasswordLink } from '../security/codes.ts';
import { randomId } from '../security/random-id.ts';
import { takeThrottledTry } from '../security/throttle.ts';
import { oweMail } from '../store/outbox.ts';
import { accountOfLink } from './find-link.ts';
import { oweSecretMail } from './owe-secret-mail.ts';

type Sent = OutputOf<typeof account.requestPasswordMail>;

/** Owes a mail with a new way in. Every address is treated the same, known or not: whether there is an account, and which mail it needs, is looked
 *  up when the mail is about to leave. @throws throttled */
export async function requestPasswordMail(
  { address }: { address: string },
  { network, language }: Visitor,
  context: Context,
): Promise<Sent> {
  await takeThrottledTry('mailFromNetwork', network, context.clock.now());
  return owePasswordMail({ address, language }, context);
}

/** The same for the recipient of a notification's link. @throws message_not_found, throttled */
export async function requestPasswordMailByLink(
  { deliveryId }: { deliveryId: string },
  { network, language }: Visitor,
  context: Context,
): Promise<Sent> {
  await takeThrottledTry('mailFromNetwork', network, context.clock.now());
  const { address } = await accountOfLink(deliveryId);
  return owePasswordMail({ address, language }, context);
}

async function owePasswordMail(
  { address, language }: { readonly address: string } & Pick<Visitor, 'language'>,
  context: Context,
): Promise<Sent> {
  const now = context.clock.now();
  await takeThrottledTry('mailToAddress', address, now);
  const isTemporary = context.config.ENROLMENT === 'temporary-password';
  if (isTemporary) {
    const mail = { kind: 'temporary-password', route: 'relay', reason: 'requested' } as const;
    await oweMail({ _id: `temporary-password:${randomId()}`, ...mail, address, language }, now);
  }
  const issued = await issuePasswordLink(address, context);
  await oweSecretMail({ kind: 'password-link', address, reason: 'requested', language }, issued, context);
  return { validMinutes: isTemporary ? null : limits.passwordLinkMinutes };
}
