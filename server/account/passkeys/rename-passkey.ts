import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { SessionOwner } from '../../http/who.ts';
import { renameIfOf } from '../../store/passkeys.ts';
import { ownerOf } from '../owner-of.ts';
import { sealPasskeyName } from './passkey-name.ts';

/** Gives a passkey of the caller another name. @throws passkey_not_found */
export async function renamePasskey(
  { passkeyId, name }: { passkeyId: string; name: string },
  caller: SessionOwner,
  { keys }: Context,
): Promise<Record<string, never>> {
  const owner = await ownerOf(caller);
  const isDone = await renameIfOf(owner._id, passkeyId, await sealPasskeyName(owner, passkeyId, name, keys));
  if (!isDone) throw new AppError('passkey_not_found');
  return {};
}
