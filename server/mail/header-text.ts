/** Controls, line and paragraph separators, and what turns the direction of writing: nothing that may stand in a header. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]+/g;

/** One line that is safe in a mail header, at most `maxCharacters` long: controls become blanks, the end is cut with an ellipsis. */
export function headerText(text: string, maxCharacters: number): string {
  const line = text.toWellFormed().replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim();
  const characters = Array.from(line);
  return characters.length <= maxCharacters ? line : `${characters.slice(0, maxCharacters - 1).join('')}…`;
}
