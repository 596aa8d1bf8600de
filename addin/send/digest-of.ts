import { base64Url } from '../../screen/base64-url.ts';

/** The SHA-256 of bytes in base64url. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64Url(await sha256(bytes));
}

/** The SHA-256 of a text in base64url. */
export function digestOfText(text: string): Promise<string> {
  return digestOf(new TextEncoder().encode(text));
}

/** The SHA-256 of bytes in lower-case hex, as the server tells it. */
export async function hexDigestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Array.from(await sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
