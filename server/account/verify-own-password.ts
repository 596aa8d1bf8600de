import type { Context } from '../context.ts';
import { spellTemporaryPassword } from '../security/temporary-password.ts';
import type { AccountDocument, TemporaryPassword } from '../store/accounts.ts';

/** The temporary password that opens an account; null once its owner has chosen one. */
export function temporaryPasswordOf(owner: AccountDocument | null): TemporaryPassword | null {
  return owner?.passwordHash === null ? owner.temporaryPassword : null;
}

/** Whether a typed password is the one that an account has, be it past its end. The work is the same whether there is an account or not. */
export async function verifyOwnPassword(
  owner: AccountDocument | null,
  typed: string,
  { passwordHashes }: Pick<Context, 'passwordHashes'>,
): Promise<boolean> {
  const temporary = temporaryPasswordOf(owner);
  return temporary
    ? passwordHashes.verify(temporary.hash, spellTemporaryPassword(typed))
    : passwordHashes.verify(owner?.passwordHash ?? null, typed);
}
