/** Controls, line and paragraph separators, what turns the direction of writing or is not seen at all: nothing that may stand in a header. */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]+/gu;

/** One line that is safe in a mail header, at most `maxCharacters` long: controls become a blank, the end is cut with an ellipsis. */
export function headerText(text: string, maxCharacters: number): string {
  const line = text.toWellFormed().replace(UNSAFE, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= maxCharacters
    ? line
    : `${characters
        .slice(0, maxCharacters - 1)
        .join('')
        .trimEnd()}…`;
}
