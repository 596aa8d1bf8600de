import * as z from 'zod/mini';
import { limits } from './limits.ts';

/** The one global every runtime of ours has that knows IDNA (WHATWG URL, domain to ASCII). */
declare const URL: new (address: string) => { readonly hostname: string };

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN_AS_TYPED = /^[\p{L}\p{N}\p{M}.-]+$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The domain in ASCII lower case (IDNA), or null when it is not a public host name. An address literal or a bare number is none. */
export function normaliseDomain(typed: string): string | null {
  const trimmed = typed.endsWith('.') ? typed.slice(0, -1) : typed;
  if (trimmed.length === 0 || trimmed.length > limits.addressCharacters || !DOMAIN_AS_TYPED.test(trimmed)) return null;
  const ascii = toAscii(trimmed);
  if (ascii === null || ascii.length > 253) return null;
  const labels = ascii.split('.');
  if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return null;
  return /^\d+$/.test(labels[labels.length - 1] ?? '') ? null : ascii;
}

function toAscii(domain: string): string | null {
  try {
    return new URL(`http://${domain}/`).hostname;
  } catch {
    return null;
  }
}

/** The one spelling of an e-mail address by which we compare and send: lower case, domain in ASCII, at most 254 characters.
 *  Null for anything else: quoted local parts, comments, groups, controls, non-ASCII local parts (we do not speak SMTPUTF8).
 *  The limit of 64 characters for the local part is RFC 5321, 4.5.3.1.1. */
export function normaliseAddress(typed: string): string | null {
  const text = typed.trim();
  if (text.length > limits.addressCharacters) return null;
  const at = text.lastIndexOf('@');
  // Checked before it is made lower case: some letters beyond ASCII become plain ones by that.
  const local = text.slice(0, at);
  if (at < 1 || local.length > 64 || !LOCAL_PART.test(local)) return null;
  const domain = normaliseDomain(text.slice(at + 1));
  if (domain === null) return null;
  const address = `${local.toLowerCase()}@${domain}`;
  return address.length <= limits.addressCharacters ? address : null;
}

/** The domain of a normalised address. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

/** Enough to recognise one's own address, too little to learn another's: `pat@client.example` gives `p••@client.example`. */
export function shortenAddress(address: string): string {
  return `${address.slice(0, 1)}••@${domainOf(address)}`;
}

/** An address as people type it; parsed to its normalised spelling. */
export const emailAddress = z.pipe(
  z.string().check(
    z.maxLength(limits.addressCharacters + 64),
    z.refine((typed) => normaliseAddress(typed) !== null, { error: 'not an e-mail address' }),
  ),
  z.transform((typed: string) => normaliseAddress(typed) ?? typed),
);

/** Whether a text holds a control character (C0, DEL, C1, line and paragraph separator): refused in everything that may reach a mail header. */
export function hasControlCharacter(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- finding them is the purpose
  return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text);
}

/** One line of text for people, without control characters. */
export const oneLine = (maxCharacters: number) =>
  z.string().check(
    z.maxLength(maxCharacters),
    z.refine((text) => !hasControlCharacter(text), { error: 'holds a control character' }),
  );
