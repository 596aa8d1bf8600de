import type { Context } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { leaseEnd } from '../message/store-upload.ts';
import { renewLeases } from '../store/uploads.ts';
import { accountOwner } from './upload-reply-file.ts';

/** Keeps the caller's files for another ten minutes; those of others, and unknown ones, are passed over. */
export async function renewReplyFiles(
  { uploadIds }: { uploadIds: string[] },
  caller: Recipient,
  { clock }: Context,
): Promise<{ leaseEndsAt: string }> {
  const leaseEndsAt = leaseEnd(clock.now());
  await renewLeases(accountOwner(caller), uploadIds, leaseEndsAt);
  return { leaseEndsAt: leaseEndsAt.toISOString() };
}
