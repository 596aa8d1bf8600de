/** How much is looked at of style sheets that nobody of ours wrote. */
export interface StyleLimits {
  readonly sheetCharacters: number;
  readonly rules: number;
  /** Rules times elements, which is what the work grows with. */
  readonly matches: number;
  /** Of what the rules say, counted at each element. */
  readonly characters: number;
  readonly milliseconds: number;
}

interface Rule {
  readonly selector: string;
  readonly text: string;
  readonly strength: number;
}

const unlimited: StyleLimits = {
  sheetCharacters: Infinity,
  rules: Infinity,
  matches: Infinity,
  characters: Infinity,
  milliseconds: Infinity,
};

/** Writes what the style sheets inside a message say onto the elements they mean, as Word and Outlook shape their paragraphs, since no reader
 *  gets to see the sheets: what a stronger selector, `!important` or an element itself says has the last word, as in a browser. The sheets stay in
 *  the page; rules for some media only are left out. Does nothing past the limits of characters and time, nor where `view` has no constructed sheets. */
export function inlineStyleRules(page: Document, view: Window & typeof globalThis, limits: StyleLimits = unlimited): void {
  const rules = rulesOf(page, view, limits).sort((one, other) => one.strength - other.strength);
  const said = new Map<Element, string>();
  let left = limits.characters;
  const until = performance.now() + limits.milliseconds;
  for (const { selector, text } of rules) {
    const elements = elementsOf(page, selector);
    left -= elements.length * text.length;
    if (left < 0 || performance.now() > until) return;
    for (const element of elements) said.set(element, `${said.get(element) ?? ''}${text} `);
  }
  const merged = new Map<string, string>();
  for (const [element, texts] of said) {
    const text = merged.get(texts) ?? declarationsOf(texts, view);
    merged.set(texts, text);
    element.setAttribute('style', `${text} ${element.getAttribute('style') ?? ''}`.trim());
  }
}

/** Selectors for which a browser looks through all that stands before or in each element: no mail program writes them, and one takes minutes. */
const LOOKS_AROUND = /~(?!=)|:has\(/i;

function rulesOf(page: Document, view: typeof globalThis, limits: StyleLimits): Rule[] {
  const sheets = [...page.querySelectorAll('style')].filter(({ media }) => /^$|\b(?:all|screen)\b/i.test(media));
  // Word wraps its rules in an HTML comment.
  const texts = sheets.map(({ textContent }) => textContent.replace(/<!--|-->/g, ''));
  const most = Math.min(limits.rules, limits.matches / page.getElementsByTagName('*').length);
  return parse(texts.join('\n').slice(0, limits.sheetCharacters), view)
    .flatMap(({ selectorText, style }) => {
      // Written anew each time it is asked for, and a list may be long.
      const text = style.cssText;
      const selectors = selectorsOf(selectorText).filter((selector) => !LOOKS_AROUND.test(selector));
      return selectors.map((selector) => ({ selector, text, strength: strengthOf(selector) }));
    })
    .slice(0, most);
}

/** Each property once: the parser keeps what has the last word. */
function declarationsOf(texts: string, view: typeof globalThis): string {
  return parse(`x { ${texts} }`, view)[0]?.style.cssText ?? '';
}

function parse(text: string, view: typeof globalThis): CSSStyleRule[] {
  if (!('CSSStyleSheet' in view) || !('replaceSync' in view.CSSStyleSheet.prototype)) return [];
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].filter((rule): rule is CSSStyleRule => 'selectorText' in rule && !rule.cssText.startsWith('@'));
}

/** Cuts a list at its commas, but for those inside brackets and quotes; looks at each sign once, whatever they are. */
function selectorsOf(list: string): string[] {
  const selectors: string[] = [];
  let [from, depth, quote] = [0, 0, ''];
  for (let at = 0; at < list.length; at += 1) {
    const sign = list.charAt(at);
    if (sign === '\\') at += 1;
    else if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    else if (sign === ',' && depth === 0) {
      selectors.push(list.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...selectors, list.slice(from).trim()];
}

/** Ids before classes before element names; exact enough for what mail programs write. */
function strengthOf(selector: string): number {
  const bare = selector.replace(/\[[^\]]*(?:\]|$)/g, '[');
  const count = (pattern: RegExp) => bare.match(pattern)?.length ?? 0;
  return count(/#/g) * 10_000 + count(/[.:[]/g) * 100 + count(/(?:^|[\s>+~(])[a-z]/gi);
}

function elementsOf(page: Document, selector: string): Element[] {
  try {
    return [...page.querySelectorAll(selector)];
  } catch {
    return [];
  }
}
