/** Word keeps fonts and margins in style elements, which a web mail does not show: writes each rule to the elements it means, before what they
 *  say themselves, so that their own word wins; then takes the style elements out. Rules for media or print are left out. */
export function inlineStyleRules(page: Document): void {
  const styles = [...page.querySelectorAll('style')];
  const added = new Map<Element, Map<string, string>>();
  for (const { selectorText, style } of styles.flatMap(({ textContent }) => rulesOf(textContent))) {
    for (const element of elementsOf(page, selectorText)) {
      const declarations = added.get(element) ?? new Map<string, string>();
      added.set(element, declarations);
      for (const property of style) declarations.set(property, style.getPropertyValue(property));
    }
  }
  for (const [element, declarations] of added) {
    const text = [...declarations].map(([property, value]) => `${property}: ${value}; `).join('');
    element.setAttribute('style', text + (element.getAttribute('style') ?? ''));
  }
  styles.forEach((style) => style.remove());
}

function rulesOf(text: string): CSSStyleRule[] {
  try {
    const sheet = new CSSStyleSheet();
    // Word wraps its rules in an HTML comment.
    sheet.replaceSync(text.replace(/<!--|-->/g, ''));
    return [...sheet.cssRules].filter((rule): rule is CSSStyleRule => 'selectorText' in rule && !rule.cssText.startsWith('@'));
  } catch {
    return [];
  }
}

function elementsOf(page: Document, selector: string): Element[] {
  try {
    return [...page.querySelectorAll(selector)];
  } catch {
    return [];
  }
}
