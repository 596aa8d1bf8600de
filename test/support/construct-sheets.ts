/** Gives jsdom style sheets that are made by a script, parsed as it parses style elements: it knows strength by order only, not `!important`. */
export function constructSheets(): void {
  class ConstructedSheet {
    cssRules: readonly CSSRule[] = [];
    replaceSync(text: string): void {
      const element = document.createElement('style');
      element.textContent = text;
      document.head.append(element);
      this.cssRules = [...(element.sheet?.cssRules ?? [])];
      element.remove();
    }
  }
  Object.assign(globalThis, { CSSStyleSheet: ConstructedSheet });
}
