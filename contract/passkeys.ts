import * as z from 'zod/mini';
import { session } from './account.ts';
import { endpoint } from './endpoint.ts';
import { identifier } from './identifier.ts';
import { limits } from './limits.ts';

const base64Url = (longest: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(longest));

/** Options for the browser as Web Authentication (level 3, 5.4 and 5.5) has them in JSON. */
export const passkeyQuestion = z.object({ options: z.looseObject({ challenge: z.string() }) });

/** How a passkey answers a question; the field names are those of Web Authentication. */
export const passkeyAnswer = z.strictObject({
  id: base64Url(2048),
  clientDataJSON: base64Url(8192),
  authenticatorData: base64Url(8192),
  signature: base64Url(8192),
});

const newPasskey = z.strictObject({
  id: base64Url(2048),
  clientDataJSON: base64Url(8192),
  attestationObject: base64Url(32_768),
  transports: z.array(z.string().check(z.regex(/^[a-z-]{1,30}$/))).check(z.maxLength(10)),
});

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.passkeyNameCharacters));

/** The passkeys of the account, newest first. */
export const listPasskeys = endpoint({
  method: 'GET',
  path: '/api/account/passkeys',
  input: z.strictObject({}),
  output: z.object({
    passkeys: z.array(
      z.object({ passkeyId: identifier, name: z.string(), createdAt: z.string(), lastUsedAt: z.nullable(z.string()) }),
    ),
  }),
});

/** What a new passkey is made for. */
export const offerPasskey = endpoint({
  method: 'POST',
  path: '/api/account/passkeys/offers',
  input: z.strictObject({}),
  output: passkeyQuestion,
});

/** Keeps a new passkey; every other session of the account ends. Recovery codes come with it where it is the first second step. */
export const addPasskey = endpoint({
  method: 'POST',
  path: '/api/account/passkeys',
  status: 201,
  input: z.strictObject({ name, answer: newPasskey }),
  output: z.object({ passkeyId: identifier, recoveryCodes: z.array(z.string()), session }),
});

/** Gives a passkey another name. */
export const renamePasskey = endpoint({
  method: 'POST',
  path: '/api/account/passkeys/:passkeyId/name',
  input: z.strictObject({ passkeyId: identifier, name }),
  output: z.object({}),
});

/** Removes a passkey; every other session of the account ends. */
export const removePasskey = endpoint({
  method: 'DELETE',
  path: '/api/account/passkeys/:passkeyId',
  input: z.strictObject({ passkeyId: identifier }),
  output: z.object({ session }),
});

/** What a passkey must answer to sign its owner in; nobody says yet who that is. */
export const requestPasskeySignIn = endpoint({
  method: 'POST',
  path: '/api/account/passkey-questions',
  input: z.strictObject({}),
  output: passkeyQuestion,
});

/** Opens a session for the owner of a passkey; it stands for both steps. */
export const signInWithPasskey = endpoint({
  method: 'POST',
  path: '/api/account/passkey-sessions',
  status: 201,
  input: z.strictObject({ answer: passkeyAnswer }),
  output: session,
});
