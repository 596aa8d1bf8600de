import * as z from 'zod/mini';

/** 128 random bits as 22 characters of base64url: every id that leaves the server, and every key a client makes up. */
export const identifier = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

/** Whether a text from an address could name anything at all. */
export const isIdentifier = (text: string) => identifier.safeParse(text).success;
