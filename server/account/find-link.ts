import type * as account from '../../contract/account.ts';
import { shortenAddress } from '../../contract/address.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Visitor } from '../http/who.ts';
import { continueSession } from '../security/sessions.ts';
import { type AccountDocument, findAccount } from '../store/accounts.ts';
import { findDeliveryOfLink } from '../store/deliveries.ts';

type FoundLink = OutputOf<typeof account.findLink>;

/** Whom a notification's link is for; changes nothing. @throws message_not_found */
export async function findLink(
  { deliveryId }: { deliveryId: string },
  { sessionToken }: Visitor,
  context: Context,
): Promise<FoundLink> {
  const owner = await accountOfLink(deliveryId);
  const session = sessionToken === null ? null : await continueSession(sessionToken, context);
  return {
    shortAddress: shortenAddress(owner.address),
    isEnrolled: owner.passwordHash !== null,
    enrolsBy: context.config.ENROLMENT,
    isSignedIn: session?.state === 'open' && session.accountId === owner._id,
  };
}

/** The account that the link of a notification is for. @throws message_not_found */
export async function accountOfLink(deliveryId: string): Promise<AccountDocument> {
  const delivery = await findDeliveryOfLink(deliveryId);
  const account = delivery && (await findAccount(delivery.accountId));
  if (!account) throw new AppError('message_not_found');
  return account;
}
