import * as z from 'zod/mini';
import { session } from './account.ts';
import { endpoint } from './endpoint.ts';
import { passkeyAnswer, passkeyQuestion } from './passkeys.ts';

/** What stands behind the password of an account, and what the organisation asks for. */
export const readSecondStep = endpoint({
  method: 'GET',
  path: '/api/account/second-step',
  input: z.strictObject({}),
  output: z.object({
    /** Whether the organisation requires a second step. */
    isRequired: z.boolean(),
    /** Whether signing in with a password asks for a second step. */
    isOn: z.boolean(),
    /** When the authenticator app was set up; null without one. */
    appAddedAt: z.nullable(z.string()),
    recoveryCodesLeft: z.number(),
  }),
});

/** Repeats the password, so that what decides on the way in may be changed for the next ten minutes; the session goes on under a new token. */
export const confirmIdentity = endpoint({
  method: 'POST',
  path: '/api/account/confirmations',
  input: z.strictObject({ currentPassword: z.string() }),
  output: z.object({ validMinutes: z.number() }),
});

/** A new key for an authenticator app. It counts only once a code of the app has confirmed it; asking again replaces it. */
export const offerAuthenticatorApp = endpoint({
  method: 'POST',
  path: '/api/account/authenticator-app/offers',
  input: z.strictObject({}),
  output: z.object({
    /** The key as text (base32), for typing. */
    key: z.string(),
    /** The same as a QR code: an SVG picture as a `data:` address. */
    picture: z.string(),
  }),
});

const typedCode = z.string().check(z.minLength(1), z.maxLength(40));
const recoveryCodes = z.array(z.string());

/** Sets up the authenticator app with the first of its codes; answers the recovery codes, which are shown this once, and a new session.
 *  Every other session of the account ends. */
export const confirmAuthenticatorApp = endpoint({
  method: 'POST',
  path: '/api/account/authenticator-app',
  input: z.strictObject({ code: typedCode }),
  output: z.object({ recoveryCodes, session }),
});

/** Removes the authenticator app; every other session of the account ends. */
export const removeAuthenticatorApp = endpoint({
  method: 'DELETE',
  path: '/api/account/authenticator-app',
  input: z.strictObject({}),
  output: z.object({ session }),
});

/** Ten new recovery codes, shown this once; earlier ones no longer count. Every other session of the account ends. */
export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/account/recovery-codes',
  input: z.strictObject({}),
  output: z.object({ recoveryCodes }),
});

/** What a passkey must answer to serve as the second step of this session. */
export const requestSecondStepPasskey = endpoint({
  method: 'POST',
  path: '/api/account/second-step/passkey-questions',
  input: z.strictObject({}),
  output: passkeyQuestion,
});

/** Gives the second step: the session is replaced by one that reaches everything. */
export const completeSecondStep = endpoint({
  method: 'POST',
  path: '/api/account/second-step/completions',
  input: z.strictObject({
    proof: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('app'), code: typedCode }),
      z.strictObject({ kind: z.literal('recovery-code'), code: typedCode }),
      z.strictObject({ kind: z.literal('passkey'), answer: passkeyAnswer }),
    ]),
  }),
  output: session,
});
