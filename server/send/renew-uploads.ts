import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Staff } from '../http/who.ts';
import { leaseEnd } from '../message/store-upload.ts';
import { renewLeases } from '../store/uploads.ts';
import { sendersOf } from './senders-of.ts';
import { staffOwner } from './upload-attachment.ts';

/** Keeps the caller's uploads for another ten minutes; those of others, and unknown ones, are passed over. @throws sender_addresses_missing */
export async function renewUploads(
  { uploadIds }: { uploadIds: string[] },
  caller: Staff,
  { clock, config }: Context,
): Promise<{ leaseEndsAt: string }> {
  if (sendersOf(caller, config).length === 0) throw new AppError('sender_addresses_missing');
  const leaseEndsAt = leaseEnd(clock.now());
  await renewLeases(staffOwner(caller), uploadIds, leaseEndsAt);
  return { leaseEndsAt: leaseEndsAt.toISOString() };
}
