/** Letters that Unicode does not take apart, and letters that different keyboards write for the same one. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ŧ: 't', þ: 'th', ς: 'σ' },
  ...{ ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' },
};
const PLAIN_LETTER = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');
/** Accents, vowel points and what is invisible; not the signs that make other letters in Indic and Thai writing or in kana. */
const MARKS =
  /[[\p{Mn}&&[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cyrillic}]]--[\u3099\u309a]]|[\p{Cf}\u0640]/gv;

/** Writing without spaces between words, or (Korean) with endings written onto them. */
const UNSPACED = String.raw`[[\p{L}\p{M}\p{N}]&&[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]`;
const RUN = new RegExp(String.raw`${UNSPACED}[${UNSPACED}\p{M}]*|[[\p{L}\p{N}\p{M}]--${UNSPACED}]+`, 'gv');
const SIGN = /[\p{L}\p{N}]\p{M}*/gv;
const IDEOGRAPH = /^\p{Script=Han}/v;
/** What stands between words in every writing; whatever else may stand there is told after folding. */
const BETWEEN = /[[\p{ASCII}\s]--[0-9A-Za-z]]+/v;
const ASCII = /^\p{ASCII}*$/u;
const LONGEST = 64;

/** Text as it is compared: compatible forms are one (NFKC), without case, accents, vowel points and invisible signs. */
export function foldText(text: string): string {
  const bare = text.toWellFormed().normalize('NFKD').replace(MARKS, '');
  // Through capitals, so that ß is ss and the dotless i an i.
  const folded = bare.toLowerCase().toUpperCase().toLowerCase();
  return folded.replace(PLAIN_LETTER, (letter) => PLAIN[letter] ?? letter).normalize('NFC');
}

/** The words of a text as they are compared, each once, in order. A word has two letters or digits at least and counts up to its 64th. Writing without
 *  spaces gives each pair of neighbouring signs; where it is stored, each ideograph too, so that one alone can be asked for. */
export function wordsOf(text: string, use: 'stored' | 'asked'): Set<string> {
  const words = new Set<string>();
  const seen = new Set<string>();
  for (const piece of text.split(BETWEEN)) {
    if (seen.has(piece)) continue;
    seen.add(piece);
    for (const word of ASCII.test(piece) ? plainWords(piece) : foldedWords(piece, use)) words.add(word);
  }
  return words;
}

/** The shortcut for most words of most letters. */
const plainWords = (piece: string) => (piece.length > 1 ? [piece.toLowerCase().slice(0, LONGEST)] : []);

function foldedWords(piece: string, use: 'stored' | 'asked'): string[] {
  // match, not matchAll: that would compile the expression anew for each piece.
  return (foldText(piece).match(RUN) ?? []).flatMap((run) => {
    if (UNSPACED_START.test(run)) return signPairs(run, use);
    return run.length > 1 ? [[...run].slice(0, LONGEST).join('')] : [];
  });
}

function signPairs(run: string, use: 'stored' | 'asked'): string[] {
  const signs = run.match(SIGN) ?? [];
  const pairs = signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
  const isAlone = use === 'stored' || pairs.length === 0;
  return isAlone ? [...pairs, ...signs.filter((sign) => IDEOGRAPH.test(sign))] : pairs;
}

/** The word and its beginnings from three letters on; pairs of signs have none. */
export function beginningsOf(word: string): string[] {
  if (word.length <= 3 || UNSPACED_START.test(word)) return [word];
  const letters = [...word];
  const beginnings = [word];
  for (let length = 3; length < Math.min(letters.length, LONGEST_BEGINNING + 1); length += 1) {
    beginnings.push(letters.slice(0, length).join(''));
  }
  return beginnings;
}

const UNSPACED_START = new RegExp(`^${UNSPACED}`, 'v');
const LONGEST_BEGINNING = 20;
