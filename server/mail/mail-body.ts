import { cleanHtml, HtmlNotCleanedError } from '../security/clean-html.ts';
import type { WorksFor } from '../security/in-two-threads.ts';
import { escapeHtml } from './escape-html.ts';

/** The body of a message as it may leave as mail: cleaned; where that cannot be done in time, its words without their form, so that none is lost. */
export async function mailBody(html: string, authorKind: 'staff' | 'account', worksFor: WorksFor = 'mails'): Promise<string> {
  try {
    return await cleanHtml({ html, pictures: authorKind === 'staff' ? 'all' : 'inline' }, worksFor);
  } catch (error) {
    if (error instanceof HtmlNotCleanedError) return wordsOf(html);
    throw error;
  }
}

const HIDDEN = ['script', 'style', 'title'];
const LINE = /<(?:br|\/?(?:p|div|li|tr|h[1-6]|table|blockquote|ul|ol|pre|hr))(?![a-z0-9])[^<>]*>/gi;

/** Takes time in step with the length, whatever the text is made of. */
function wordsOf(html: string): string {
  const shown = HIDDEN.reduce((rest, name) => withoutElement(rest, name), html);
  const words = shown
    .replace(LINE, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n[\n ]*/g, '\n');
  // Entities of the original stay what they are.
  return `<div>${escapeHtml(words)
    .replace(/&amp;(#?\w{1,32};)/g, '&$1')
    .replaceAll('\n', '<br>\n')}</div>`;
}

function withoutElement(html: string, name: string): string {
  const lower = html.toLowerCase();
  const parts: string[] = [];
  let from = 0;
  for (let start = lower.indexOf(`<${name}`); start >= 0; start = lower.indexOf(`<${name}`, from)) {
    const end = lower.indexOf(`</${name}`, start);
    parts.push(html.slice(from, start));
    if (end < 0) return parts.join('');
    from = end;
  }
  return parts.join('') + html.slice(from);
}
