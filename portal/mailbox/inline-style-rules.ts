const MAX_RULES = 500;
const MAX_SHEET_CHARACTERS = 200_000;
const MAX_ELEMENTS = 20_000;

/** Moves what the style sheets inside a message say onto the elements they mean, as Word and Outlook write their paragraphs, since no style
 *  sheet of a message passes the fences. Nothing is trusted here: the result goes through the cleaning like any other message. Sheets beyond
 *  500 rules are cut; a browser without constructed sheets leaves the message as it is. */
export function inlineStyleRules(html: string, view: Window & typeof globalThis): string {
  if (!/<style/i.test(html) || !canReadSheets(view)) return html;
  const page = new view.DOMParser().parseFromString(html, 'text/html');
  if (page.getElementsByTagName('*').length > MAX_ELEMENTS) return html;
  const sources = [...page.querySelectorAll('style')].map((style) =>
    style.textContent.replaceAll('<!--', '').replaceAll('-->', ''),
  );
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(sources.join('\n').slice(0, MAX_SHEET_CHARACTERS));
  const gathered = new Map<Element, string[]>();
  for (const { selectorText, style } of styleRules(sheet, view)) {
    for (const element of matching(page, selectorText)) gathered.set(element, [...(gathered.get(element) ?? []), style.cssText]);
  }
  for (const [element, texts] of gathered)
    element.setAttribute('style', [...texts, element.getAttribute('style') ?? ''].join('; '));
  return page.body.outerHTML;
}

function canReadSheets(view: Window & typeof globalThis): boolean {
  return 'CSSStyleSheet' in view && 'replaceSync' in view.CSSStyleSheet.prototype;
}

/** The plain rules, weaker selectors first, so that a stronger one has the last word. */
function styleRules(sheet: CSSStyleSheet, view: Window & typeof globalThis): CSSStyleRule[] {
  const rules = [...sheet.cssRules].filter((rule): rule is CSSStyleRule => rule instanceof view.CSSStyleRule).slice(0, MAX_RULES);
  return rules.toSorted((one, other) => strength(one.selectorText) - strength(other.selectorText));
}

/** Ids before classes before element names; exact enough for what mail programs write. */
function strength(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return count(/#/g) * 10_000 + count(/[.[:]/g) * 100 + count(/(?:^|[\s>+~,])[a-z]/gi);
}

function matching(page: Document, selector: string): Element[] {
  try {
    return [...page.body.querySelectorAll(selector), ...(page.body.matches(selector) ? [page.body] : [])];
  } catch {
    return [];
  }
}
