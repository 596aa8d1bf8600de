import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { type AccountDocument, findAccount } from '../store/accounts.ts';

/** The account of a session. @throws not_signed_in when it is gone */
export async function ownerOf({ accountId }: Pick<Recipient, 'accountId'>): Promise<AccountDocument> {
  const owner = await findAccount(accountId);
  if (!owner) throw new AppError('not_signed_in');
  return owner;
}
