import { limits } from '../../contract/limits.ts';
import { inlineStyleRules } from '../../screen/inline-style-rules.ts';

/** What stands in the body, in one element that keeps the body's own style and direction, with the rules of style sheets on the elements they mean.
 *  Where that alone would make it too large to be sent the sheets go along instead, and the portal does the same when it is read. */
export function shapedBody(page: Document): string {
  const sheets = [...page.querySelectorAll('style')];
  const words = sheets.map(({ outerHTML }) => outerHTML).join('');
  sheets.forEach((sheet) => sheet.remove());
  const bare = bodyOf(page, words);
  page.head.append(...sheets);
  inlineStyleRules(page, window);
  sheets.forEach((sheet) => sheet.remove());
  const shaped = bodyOf(page);
  return new Blob([shaped]).size <= limits.messageHtmlBytes ? shaped : bare;
}

function bodyOf(page: Document, before = ''): string {
  const whole = page.createElement('div');
  for (const name of ['style', 'dir', 'lang']) {
    const value = page.body.getAttribute(name) ?? page.documentElement.getAttribute(name);
    if (value) whole.setAttribute(name, value);
  }
  return whole.outerHTML.replace('</div>', () => `${before}${page.body.innerHTML}</div>`);
}
