const ACCENT = '\u0301';

/** The same texts with every letter accented, in brackets and a third longer: what a screen shows without accents is not from a catalogue, what
 *  ends without a bracket is cut off. Also what functions among the texts answer. */
export function pseudoTexts<Texts extends object>(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudo(text)])) as Texts;
}

function pseudo(text: unknown): unknown {
  if (typeof text === 'string') return pseudoText(text);
  if (typeof text === 'function') return (...facts: unknown[]) => pseudo((text as (...facts: unknown[]) => unknown)(...facts));
  if (Array.isArray(text)) return text.map(pseudo);
  return typeof text === 'object' && text !== null ? pseudoTexts(text) : text;
}

function pseudoText(text: string): string {
  if (text === '') return text;
  const longer = '~'.repeat(Math.ceil(text.length * 0.35)).replace(/~{7}(?=~)/g, '$& ');
  return `[${text.replace(/[a-z]/gi, `$&${ACCENT}`).normalize('NFC')} ${longer}]`;
}
