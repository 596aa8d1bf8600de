import * as z from 'zod/mini';
import { emailAddress } from './address.ts';
import { endpoint } from './endpoint.ts';
import { identifier } from './identifier.ts';
import { settings } from './settings.ts';

/** Whom a notification's link is for. It changes nothing and unlocks nothing. */
export const findLink = endpoint({
  method: 'GET',
  path: '/api/account/links/:deliveryId',
  input: z.strictObject({ deliveryId: identifier }),
  output: z.object({
    /** As `p••@client.example`. */
    shortAddress: z.string(),
    /** Whether the recipient has a password already; if not, the way leads to *Create your password*. */
    isEnrolled: z.boolean(),
    /** How a recipient without a password comes in: a code by mail and *Create your password*, or a temporary password that was mailed. */
    enrolsBy: z.enum(['link', 'temporary-password']),
    /** Whether the signed-in session of this request, if any, is the recipient's. */
    isSignedIn: z.boolean(),
  }),
});

/** Mails a code to the recipient a notification's link is for. */
export const requestCode = endpoint({
  method: 'POST',
  path: '/api/account/codes',
  input: z.strictObject({ deliveryId: identifier }),
  output: z.object({ validMinutes: z.number() }),
});

const passwordMailSent = z.object({
  /** How long the link in the mail works; null where a mail may hold a temporary password, which says so itself. */
  validMinutes: z.nullable(z.number()),
});

/** Mails a new way in, if the address has an account: a set-password link, or by policy a temporary password to who has none of their own.
 *  The answer is the same for every address. */
export const requestPasswordMail = endpoint({
  method: 'POST',
  path: '/api/account/password-mails',
  input: z.strictObject({ address: emailAddress }),
  output: passwordMailSent,
});

/** Mails a new way in to the recipient a notification's link is for. */
export const requestPasswordMailByLink = endpoint({
  method: 'POST',
  path: '/api/account/links/:deliveryId/password-mails',
  input: z.strictObject({ deliveryId: identifier }),
  output: passwordMailSent,
});

/** How far somebody has come in. `open`: all of it; else what is to be done before anything else answers: the second step, setting one up
 *  because the organisation asks for it, or a new password. */
export const sessionStates = ['open', 'second-step', 'second-step-setup', 'reset-password'] as const;

/** The kinds of second step an account can give. */
export const secondStepKinds = ['app', 'passkey', 'recovery-code'] as const;

/** A session as its owner is told of it. */
export const session = z.object({
  state: z.enum(sessionStates),
  accountId: identifier,
  address: z.string(),
  idleEndsAt: z.string(),
  absoluteEndsAt: z.string(),
  /** What can be given as the second step while that is what the session waits for. */
  secondStepKinds: z.array(z.enum(secondStepKinds)),
  settings,
});

/** Opens a session, carried by a cookie. Unknown address and wrong password are the same answer. */
export const signIn = endpoint({
  method: 'POST',
  path: '/api/account/sessions',
  status: 201,
  input: z.strictObject({ address: emailAddress, password: z.string() }),
  output: session,
});

/** The session of this request. */
export const readSession = endpoint({
  method: 'GET',
  path: '/api/account/session',
  input: z.strictObject({}),
  output: session,
});

/** How long the session of this request lives on unless something is asked; asking this does not prolong it. */
export const watchSession = endpoint({
  method: 'GET',
  path: '/api/account/session/rest',
  input: z.strictObject({}),
  output: z.object({
    secondsLeft: z.number(),
    /** Whether it can be prolonged, or its absolute end is near. */
    mayStay: z.boolean(),
  }),
});

/** Ends the session of this request; without one it does nothing. */
export const signOut = endpoint({
  method: 'DELETE',
  path: '/api/account/session',
  input: z.strictObject({}),
  output: z.object({}),
});
