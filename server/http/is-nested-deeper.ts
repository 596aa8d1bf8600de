const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN: readonly (number | undefined)[] = [0x7b, 0x5b];
const CLOSE: readonly (number | undefined)[] = [0x7d, 0x5d];

/** Whether JSON (UTF-8) nests objects and lists deeper than `most`; looks at each byte once and parses nothing. */
export function isNestedDeeper(json: Buffer, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === QUOTE) at = endOfText(json, at);
    else if (OPEN.includes(byte)) depth += 1;
    else if (CLOSE.includes(byte)) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** Where the quote stands that ends a text; behind the last byte when none does. */
function endOfText(json: Buffer, start: number): number {
  for (let end = json.indexOf(QUOTE, start + 1); end >= 0; end = json.indexOf(QUOTE, end + 1)) {
    let first = end;
    while (json[first - 1] === BACKSLASH) first -= 1;
    if ((end - first) % 2 === 0) return end;
  }
  return json.length;
}
