import type { OutputOf } from '../../../contract/endpoint.ts';
import { limits } from '../../../contract/limits.ts';
import type { offerPasskey as endpoint } from '../../../contract/passkeys.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { SessionOwner } from '../../http/who.ts';
import { askForNewPasskey } from '../../security/passkeys.ts';
import { listPasskeysOf } from '../../store/passkeys.ts';
import { ownerOf } from '../owner-of.ts';
import { requireIdentity } from '../second-step/confirm-identity.ts';

/** Asks for a new passkey of the caller, for this session only. @throws too_many_passkeys, confirmation_required */
export async function offerPasskey(_input: object, caller: SessionOwner, context: Context): Promise<OutputOf<typeof endpoint>> {
  requireIdentity(caller, context);
  const owner = await ownerOf(caller);
  const known = await listPasskeysOf(owner._id, limits.passkeys);
  if (known.length >= limits.passkeys) throw new AppError('too_many_passkeys', { limit: limits.passkeys });
  const options = await askForNewPasskey({ purpose: 'registration', askedBy: caller.publicId }, owner, known, context);
  return { options: { ...options } };
}
