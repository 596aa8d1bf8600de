import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { identifier } from './identifier.ts';

/** Where the account is signed in, newest first, at most 50. */
export const listSessions = endpoint({
  method: 'GET',
  path: '/api/account/sessions',
  input: z.strictObject({}),
  output: z.object({
    sessions: z.array(
      z.object({
        sessionId: identifier,
        /** Words such as `Firefox` and `Windows`; empty where the browser does not say. */
        browser: z.string(),
        system: z.string(),
        createdAt: z.string(),
        lastUsedAt: z.string(),
        isThis: z.boolean(),
      }),
    ),
  }),
});

/** Ends one session of the account; one that has ended already is no failure. */
export const endOneSession = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions/:sessionId',
  input: z.strictObject({ sessionId: identifier }),
  output: z.object({}),
});

/** Ends every session of the account, this one included. */
export const signOutEverywhere = endpoint({
  method: 'DELETE',
  path: '/api/account/sessions',
  input: z.strictObject({}),
  output: z.object({}),
});
