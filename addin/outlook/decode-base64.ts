/** In browsers since 2025; TypeScript's library for our target does not list it yet. */
const native = Uint8Array as typeof Uint8Array & { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };

/** Characters decoded at a time: a multiple of four, so few that even a slow machine answers people in between. */
const SLICE = 256 * 1024;
/** How long decoding goes on before the page may do something else. */
const BUSY_MS = 10;

/** The bytes of a base64 text (RFC 4648), white space allowed, decoded in slices between which the page stays alive. @throws when it is none */
export function decodeBase64(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return decodeInSlices(text, native.fromBase64 ? (slice) => native.fromBase64?.(slice) ?? decodeSlice(slice) : decodeSlice);
}

/** The same by a decoder for one slice, a text without white space whose length is a multiple of four (of less in the last one). */
export async function decodeInSlices(
  text: string,
  decode: (slice: string) => Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let [length, rest, busySince] = [0, '', performance.now()];
  for (let start = 0; start < text.length; start += SLICE) {
    const slice = rest + withoutSpace(text.slice(start, start + SLICE));
    const isLast = start + SLICE >= text.length;
    const whole = isLast ? slice.length : slice.length - (slice.length % 4);
    rest = slice.slice(whole);
    const decoded = decode(slice.slice(0, whole));
    bytes.set(decoded, length);
    length += decoded.length;
    if (isLast || performance.now() - busySince < BUSY_MS) continue;
    await nextTask();
    busySince = performance.now();
  }
  return bytes.subarray(0, length);
}

/** For browsers without a decoder of their own. */
export function decodeSlice(slice: string): Uint8Array<ArrayBuffer> {
  const binary = atob(slice);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

function withoutSpace(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
