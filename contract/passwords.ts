import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { identifier } from './identifier.ts';

const newPassword = z.string();

/** Whether a set-password link still works, and for whom. Nothing is used up. */
export const checkPasswordLink = endpoint({
  method: 'POST',
  path: '/api/account/password-links',
  input: z.strictObject({ secret: identifier }),
  output: z.object({ address: z.string() }),
});

/** Sets the password with a mailed proof of ownership; ends every session of the account and signs nobody in. */
export const createPassword = endpoint({
  method: 'POST',
  path: '/api/account/passwords',
  input: z.strictObject({
    proof: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('code'), deliveryId: identifier, code: z.string().check(z.maxLength(40)) }),
      z.strictObject({ kind: z.literal('link'), secret: identifier }),
    ]),
    newPassword,
  }),
  output: z.object({ address: z.string() }),
});

/** Replaces one's own password, the temporary one too; ends every other session, gives this one a new cookie, and tells the mailbox.
 *  A wrong current password is `credentials_wrong` with the field `currentPassword`. */
export const changePassword = endpoint({
  method: 'POST',
  path: '/api/account/password-changes',
  input: z.strictObject({ currentPassword: z.string(), newPassword }),
  output: z.object({}),
});
