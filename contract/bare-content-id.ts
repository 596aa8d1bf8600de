/** A `Content-ID` as two places can be compared by it: without brackets, and without the percent signs of an address (signs of ASCII only, which is
 *  all that one may hold). Never throws, since one that does is slow to ask half a million times. */
export function bareContentId(text: string): string {
  const name = text.includes('%') ? text.replace(/%([2-7][\da-f])/gi, (_sign, code: string) => signOf(code)) : text;
  return name.trim().replace(/^<|>$/g, '');
}

const signOf = (code: string) => String.fromCharCode(Number.parseInt(code, 16));
