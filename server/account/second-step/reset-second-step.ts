import type { Context } from '../../context.ts';
import { findByAddress } from '../../store/accounts.ts';
import { deletePasskeysOf } from '../../store/passkeys.ts';
import { deleteSecondStep } from '../../store/second-steps.ts';
import { deleteSessionsOf } from '../../store/sessions.ts';
import { oweSecondStepNotice } from './change-way-in.ts';

/** Removes every second step and passkey of an address for somebody who lost them, ends its sessions and tells it; the password stays.
 *  Answers whether the address has an account. */
export async function resetSecondStep(address: string, context: Pick<Context, 'clock' | 'wakeWorker'>): Promise<boolean> {
  const owner = await findByAddress(address);
  if (!owner) return false;
  await oweSecondStepNotice(owner, 'all-removed', context);
  // Twice: a session that was just adding something when it was ended leaves nothing either.
  for (let pass = 1; pass <= 2; pass += 1) {
    await deleteSessionsOf(owner._id);
    await deletePasskeysOf(owner._id);
    await deleteSecondStep(owner._id);
  }
  return true;
}
