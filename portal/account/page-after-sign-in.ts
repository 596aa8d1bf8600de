import { findLink } from '../../contract/account.ts';
import { call } from '../api.ts';

const MESSAGE = /^\/portal\/inbox\/([\w-]{22})(?:\/|$)/;

/** Where to go after signing in: to `next`, unless it is a message of somebody else, whose link says so and offers to switch. */
export async function pageAfterSignIn(next: string): Promise<string> {
  const [, deliveryId] = MESSAGE.exec(next) ?? [];
  if (deliveryId === undefined) return next;
  try {
    const { isSignedIn } = await call(findLink, { deliveryId });
    return isSignedIn ? next : `/m/${deliveryId}`;
  } catch {
    return next;
  }
}
