import { parentPort } from 'node:worker_threads';
import sanitize from 'sanitize-html';
import type { CleaningTask } from './clean-html.ts';

const tags =
  `a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption
  figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub sup table
  tbody td tfoot th thead tr tt u ul var`.split(/\s+/);

const attributes = {
  '*': ['style', 'dir', 'lang', 'align', 'title'],
  a: ['href'],
  img: ['src', 'alt', 'width', 'height', 'border', 'hspace', 'vspace'],
  table: ['width', 'height', 'border', 'cellpadding', 'cellspacing', 'bgcolor', 'summary'],
  td: ['width', 'height', 'colspan', 'rowspan', 'valign', 'bgcolor', 'nowrap'],
  th: ['width', 'height', 'colspan', 'rowspan', 'valign', 'bgcolor', 'nowrap', 'scope'],
  tr: ['height', 'valign', 'bgcolor'],
  col: ['width', 'span'],
  colgroup: ['width', 'span'],
  font: ['color', 'face', 'size'],
  ol: ['start', 'type', 'reversed'],
  ul: ['type'],
  li: ['value', 'type'],
  hr: ['width', 'size', 'color', 'noshade'],
};

/** What may shape a message: text, boxes, tables, lists. Nothing that loads, moves out of the flow, covers or animates. */
const properties: ReadonlySet<string> = new Set(
  `background background-color border border-collapse border-color border-radius border-spacing border-style border-width
  border-top border-top-color border-top-style border-top-width border-right border-right-color border-right-style border-right-width
  border-bottom border-bottom-color border-bottom-style border-bottom-width border-left border-left-color border-left-style border-left-width
  box-sizing caption-side clear color direction display empty-cells float font font-family font-size font-style font-variant font-weight height
  letter-spacing line-height list-style list-style-position list-style-type margin margin-top margin-right margin-bottom margin-left max-height
  max-width min-height min-width overflow-wrap padding padding-top padding-right padding-bottom padding-left tab-size table-layout text-align
  text-decoration text-indent text-transform unicode-bidi vertical-align white-space width word-break word-spacing word-wrap writing-mode
  page-break-before page-break-after page-break-inside`.split(/\s+/),
);

/** Words, numbers, colours, whole quoted names, and of functions only those of colours; no backslash, so nothing can be spelt in disguise. */
const VALUE =
  /^(?:[\p{L}\p{M}\p{N}\s#%.,+\-!/_]|"[\p{L}\p{M}\p{N}\s.,+\-_]*"|'[\p{L}\p{M}\p{N}\s.,+\-_]*'|(?<=rgba?|hsla?)\([\d\s.,%/]{1,40}\)){1,400}$/iu;
const MOST_STYLE_CHARACTERS = 20_000;

/** The declarations that are on the list. */
function cleanStyle(style: string): string {
  if (style.length > MOST_STYLE_CHARACTERS) return '';
  const kept = style.split(';').flatMap((declaration) => {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    return properties.has(property) && value.length <= 400 && VALUE.test(value) ? [`${property}:${value}`] : [];
  });
  return kept.join(';');
}

function cleanAttributes(tagName: string, { style, ...attribs }: sanitize.Attributes): sanitize.Tag {
  const clean = style === undefined ? '' : cleanStyle(style);
  return { tagName, attribs: { ...attribs, ...(clean === '' ? {} : { style: clean }) } };
}

/** A link to a place that a mail or another page has. */
function cleanLink(tagName: string, { href = '', ...attribs }: sanitize.Attributes): sanitize.Tag {
  const isWhole = /^(?:https?|mailto|tel):/i.test(href.trim());
  return { tagName, attribs: { ...attribs, ...(isWhole ? { href: href.trim() } : {}) } };
}

const pictureSchemes = { all: ['cid', 'https', 'http'], inline: ['cid'], none: [] };

/** The parser takes time with the number of elements and their depth: so much is quick, and far more than a letter has. */
const DEEPEST = 300;

class NestedTooDeepError extends Error {}

/** Cleans one message body by lists of what is allowed; null when it is nested too deep. */
function clean(task: CleaningTask): string | null {
  try {
    return cleanWithin(DEEPEST, task);
  } catch (error) {
    if (error instanceof NestedTooDeepError) return null;
    throw error;
  }
}

/** The depth is the parser's own, whatever it makes of stray, crossed and missing ends. @throws NestedTooDeepError */
function cleanWithin(deepest: number, { html, pictures }: CleaningTask): string {
  let depth = 0;
  return sanitize(html, {
    onOpenTag: () => {
      depth += 1;
      if (depth > deepest) throw new NestedTooDeepError();
    },
    onCloseTag: () => void (depth -= 1),
    allowedTags: pictures === 'none' ? tags.filter((tag) => tag !== 'img') : tags,
    allowedAttributes: attributes,
    parseStyleAttributes: false,
    transformTags: { a: cleanLink, '*': cleanAttributes },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    allowedSchemesByTag: { img: pictureSchemes[pictures] },
    allowProtocolRelative: false,
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs['src'] === undefined,
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'title',
      'template',
      'svg',
      'math',
      'iframe',
      'object',
      'xml',
    ],
    enforceHtmlBoundary: false,
  });
}

parentPort?.on('message', (task: CleaningTask) => parentPort?.postMessage(clean(task)));
parentPort?.postMessage('ready');
