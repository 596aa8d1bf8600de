const LINES = 'p, div, br, li, tr, h1, h2, h3, h4, h5, h6, blockquote, pre, hr';

/** The words of a page, a line for each paragraph, at most one empty line between them. */
export function plainText(page: Document): string {
  const copy = page.body.cloneNode(true) as HTMLElement;
  copy.querySelectorAll('style, script, title').forEach((element) => element.remove());
  copy.querySelectorAll(LINES).forEach((element) => element.before('\u2029'));
  copy.querySelectorAll('li').forEach((item) => item.prepend('• '));
  copy.querySelectorAll('td, th').forEach((cell) => cell.append(' \u2003'));
  return copy.textContent
    .replace(/[\s\u00a0]*\u2029[\s\u00a0]*/g, '\u2029')
    .split('\u2029')
    .map((line) => line.replace(/[^\S\u2003]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
