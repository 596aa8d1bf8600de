/** What may shape a message: text, boxes, tables, lists. Nothing that loads, moves out of the flow, covers or animates. */
const properties: ReadonlySet<string> = new Set(
  `background background-color border border-collapse border-color border-radius border-spacing border-style border-width
  border-top border-top-color border-top-style border-top-width border-right border-right-color border-right-style border-right-width
  border-bottom border-bottom-color border-bottom-style border-bottom-width border-left border-left-color border-left-style border-left-width
  box-sizing caption-side clear color direction display empty-cells float font font-family font-size font-stretch font-style font-variant
  font-weight height letter-spacing line-height list-style list-style-position list-style-type margin margin-top margin-right margin-bottom
  margin-left max-height max-width min-height min-width orphans overflow-wrap padding padding-top padding-right padding-bottom padding-left
  tab-size table-layout text-align text-align-last text-decoration text-decoration-color text-decoration-line text-decoration-style text-indent
  text-transform unicode-bidi vertical-align white-space widows width word-break word-spacing word-wrap writing-mode`.split(
    /\s+/,
  ),
);

/** Words, numbers, colours, quoted names; functions only by name. No backslash, so nothing can be spelt in disguise. */
const PLAIN_VALUE = /^[\p{L}\p{M}\p{N}\s#%.,+\-()'"!/_]{1,400}$/u;
const FUNCTION = /([\p{L}\p{N}_-]*)\s*\(/gu;
const COLOUR_FUNCTIONS: ReadonlySet<string> = new Set(['rgb', 'rgba', 'hsl', 'hsla']);
/** Sizes by the window would grow with the frame that grows with them. */
const VIEWPORT_UNIT = /\d(?:[sld]?v(?:h|w|i|b|min|max))\b/i;

const MAX_STYLE_CHARACTERS = 20_000;

/** The declarations of a `style` attribute that are on the allow-list, written anew; everything else is dropped. */
export function cleanStyle(style: string): string {
  if (style.length > MAX_STYLE_CHARACTERS) return '';
  return splitDeclarations(style)
    .map(cleanDeclaration)
    .filter((declaration) => declaration !== null)
    .join('; ');
}

function cleanDeclaration(declaration: string): string | null {
  const colon = declaration.indexOf(':');
  const property = declaration.slice(0, colon).trim().toLowerCase();
  const value = declaration.slice(colon + 1).trim();
  return colon > 0 && properties.has(property) && isPlain(value) ? `${property}: ${value}` : null;
}

function isPlain(value: string): boolean {
  if (!PLAIN_VALUE.test(value) || VIEWPORT_UNIT.test(value)) return false;
  return [...value.matchAll(FUNCTION)].every(([, name]) => COLOUR_FUNCTIONS.has((name ?? '').toLowerCase()));
}

/** Cuts at semicolons outside quotes and brackets; comments count as a space. */
function splitDeclarations(style: string): string[] {
  const parts = [''];
  let quote = '';
  let depth = 0;
  for (const character of withoutComments(style)) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    if (character === ';' && quote === '' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return quote === '' ? parts : parts.slice(0, -1);
}

function withoutComments(style: string): string {
  let rest = style;
  let kept = '';
  for (let start = rest.indexOf('/*'); start >= 0; start = rest.indexOf('/*')) {
    const end = rest.indexOf('*/', start + 2);
    kept += `${rest.slice(0, start)} `;
    rest = end < 0 ? '' : rest.slice(end + 2);
  }
  return kept + rest;
}
