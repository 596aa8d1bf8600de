import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { type AccountDocument, findAccount } from '../store/accounts.ts';

/** The account of the caller. @throws not_signed_in when it was deleted meanwhile */
export async function findAuthor({ accountId }: Recipient): Promise<AccountDocument> {
  const author = await findAccount(accountId);
  if (!author) throw new AppError('not_signed_in');
  return author;
}
