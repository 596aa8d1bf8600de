import { parentPort } from 'node:worker_threads';
import { compile } from 'html-to-text';
import { Parser } from 'htmlparser2';

/** Past so many nested elements the converter's parser takes time with the square of the depth. */
const DEEPEST = 300;

const oneLineEach = { leadingLineBreaks: 1, trailingLineBreaks: 1 };
const toText = compile({
  wordwrap: false,
  limits: { maxDepth: DEEPEST },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'tr', format: 'block', options: oneLineEach },
  ],
});
/** What keeps the cells of a row apart: spaces that do not collapse. */
const BETWEEN_CELLS = '\u00a0\u00a0 ';

class NestedTooDeepError extends Error {}

function isTooDeep(html: string): boolean {
  let depth = 0;
  const onopentag = () => {
    depth += 1;
    if (depth > DEEPEST) throw new NestedTooDeepError();
  };
  try {
    new Parser({ onopentag, onclosetag: () => void (depth -= 1) }).end(html);
    return false;
  } catch (error) {
    if (error instanceof NestedTooDeepError) return true;
    throw error;
  }
}

/** Null where the HTML is nested too deep. */
function asText(html: string): string | null {
  return isTooDeep(html) ? null : toText(html.replace(/<\/t[dh]>/gi, `${BETWEEN_CELLS}$&`));
}

parentPort?.on('message', (html: string) => parentPort?.postMessage(asText(html)));
parentPort?.postMessage('ready');
