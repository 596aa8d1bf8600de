import type { OutputOf } from '../../../contract/endpoint.ts';
import { limits } from '../../../contract/limits.ts';
import type { listPasskeys as endpoint } from '../../../contract/passkeys.ts';
import type { Context } from '../../context.ts';
import type { SessionOwner } from '../../http/who.ts';
import { listPasskeysOf } from '../../store/passkeys.ts';
import { ownerOf } from '../owner-of.ts';
import { passkeyName } from './passkey-name.ts';

/** The caller's passkeys, newest first. */
export async function listPasskeys(_input: object, caller: SessionOwner, { keys }: Context): Promise<OutputOf<typeof endpoint>> {
  const owner = await ownerOf(caller);
  const known = await listPasskeysOf(owner._id, limits.passkeys);
  return {
    passkeys: await Promise.all(
      known.map(async (passkey) => ({
        passkeyId: passkey._id,
        name: await passkeyName(owner, passkey, keys),
        createdAt: passkey.createdAt.toISOString(),
        lastUsedAt: passkey.lastUsedAt?.toISOString() ?? null,
      })),
    ),
  };
}
