import { setImmediate as giveWay } from 'node:timers/promises';
import { wordsOf } from '../security/words-of.ts';
import { bodyText } from '../security/body-text.ts';

/** A text longer than this is found by its beginning: some 300 pages. */
const MOST_CHARACTERS = 1_000_000;
/** Characters whose words are found before others get their turn. */
const SLICE = 8 * 1024;
/** Of a text without any space, so much belongs together at most. */
const LONGEST_PIECE = 1024;

/** The words of an HTML body, each once, in order, at most so many. */
export async function bodyWords(html: string, most: number): Promise<ReadonlySet<string>> {
  const words = new Set<string>();
  let characters = 0;
  for await (const text of wholeWords(bodyText(html))) {
    for (const word of wordsOf(text, 'stored')) if (words.size < most) words.add(word);
    characters += text.length;
    if (words.size >= most || characters >= MOST_CHARACTERS) break;
    await giveWay();
  }
  return words;
}

/** The same text in slices that end where a word ends. */
async function* wholeWords(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    while (text.length > SLICE + LONGEST_PIECE) {
      const end = endOfWord(text);
      yield text.slice(0, end);
      text = text.slice(end);
    }
  }
  yield text;
}

function endOfWord(text: string): number {
  const space = /\s/u.exec(text.slice(SLICE, SLICE + LONGEST_PIECE));
  return SLICE + (space?.index ?? 0);
}
