/** As much of a text as a page draws without effort, in bytes. */
const SHOWN_BYTES = 512 * 1024;

export interface ShownText {
  readonly text: string;
  readonly isCut: boolean;
}

/** The beginning of a text file as text: by its byte order mark, else as UTF-8, and where it is none as Windows-1252, as older programs write. */
export async function readText(file: Blob): Promise<ShownText> {
  const bytes = new Uint8Array(await file.slice(0, SHOWN_BYTES).arrayBuffer());
  const isCut = file.size > SHOWN_BYTES;
  return { text: decodeText(bytes, isCut), isCut };
}

function decodeText(bytes: Uint8Array, isCut: boolean): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // A cut may go through a character, whose beginning waits for a rest that does not come.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
