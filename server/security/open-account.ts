import type { Context } from '../context.ts';
import { type AccountDocument, findByAddress, insertUnlessKnown } from '../store/accounts.ts';
import { randomId } from './random-id.ts';

/** The account of an address, made if there is none; two servers at once make one. */
export async function openAccount(
  address: string,
  name: string,
  { keys, clock }: Pick<Context, 'keys' | 'clock'>,
): Promise<AccountDocument> {
  const known = await findByAddress(address);
  if (known) return known;
  const _id = randomId();
  const { wrapped } = await keys.newDataKey(_id);
  return insertUnlessKnown({
    _id,
    address,
    name,
    passwordHash: null,
    temporaryPassword: null,
    enrolledAt: null,
    key: wrapped,
    createdAt: clock.now(),
    deletedAt: null,
  });
}
