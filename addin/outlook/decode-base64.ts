/** In browsers since 2025; TypeScript's library for our target does not list it yet. */
const native = Uint8Array as typeof Uint8Array & { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };

/** Characters decoded at a time: a multiple of four, small enough that the page stays alive. */
const CHUNK = 1024 * 1024;

/** The bytes of a base64 text (RFC 4648), white space allowed. @throws when it is none */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return native.fromBase64 ? native.fromBase64(text) : decodeInChunks(text);
}

/** The same for browsers without a decoder of their own. */
export function decodeInChunks(text: string): Uint8Array<ArrayBuffer> {
  const compact = /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  const padding = compact.endsWith('==') ? 2 : compact.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((compact.length / 4) * 3 - padding);
  let at = 0;
  for (let start = 0; start < compact.length; start += CHUNK) {
    const binary = atob(compact.slice(start, start + CHUNK));
    for (let index = 0; index < binary.length; index += 1) bytes[at + index] = binary.charCodeAt(index);
    at += binary.length;
  }
  return bytes;
}
