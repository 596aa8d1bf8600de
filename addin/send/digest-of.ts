import { base64Url } from '../../screen/base64-url.ts';

/** The SHA-256 of bytes in base64url. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
