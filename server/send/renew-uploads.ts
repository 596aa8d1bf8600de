import type { Context } from '../context.ts';
import type { Staff } from '../http/who.ts';
import { leaseEnd } from '../message/store-upload.ts';
import { renewLeases } from '../store/uploads.ts';
import { staffOwner } from './upload-attachment.ts';

/** Keeps the caller's uploads for another ten minutes; those of others, and unknown ones, are passed over. */
export async function renewUploads(
  { uploadIds }: { uploadIds: string[] },
  caller: Staff,
  { clock }: Context,
): Promise<{ leaseEndsAt: string }> {
  const leaseEndsAt = leaseEnd(clock.now());
  await renewLeases(staffOwner(caller), uploadIds, leaseEndsAt);
  return { leaseEndsAt: leaseEndsAt.toISOString() };
}
