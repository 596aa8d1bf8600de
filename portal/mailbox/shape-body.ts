import { type StyleLimits, inlineStyleRules } from '../../screen/inline-style-rules.ts';

/** Nothing is trusted here: so much is done in a moment, and more than Word writes for 5 MB. */
const limits: StyleLimits = {
  sheetCharacters: 200_000,
  rules: 1000,
  matches: 10_000_000,
  characters: 30_000_000,
  milliseconds: 3000,
};

/** A message with what its style sheets say on the elements they mean, since no style sheet of a message passes the fences; the result goes through
 *  the cleaning like any other. `view` is the window whose policy allows style attributes. */
export function shapeBody(html: string, view: Window & typeof globalThis): string {
  if (!/<style/i.test(html)) return html;
  const page = new view.DOMParser().parseFromString(html, 'text/html');
  inlineStyleRules(page, view, limits);
  return page.body.outerHTML;
}
