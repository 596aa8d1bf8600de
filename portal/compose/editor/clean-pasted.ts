/** What was pasted, ready for the editor. */
export interface CleanPasted {
  readonly page: Document;
  /** How many pictures were left out. */
  readonly pictureCount: number;
}

const UNWANTED =
  'script, style, meta, link, title, iframe, object, embed, form, input, button, select, textarea, svg, math, xml, img, picture, video, audio';

/** Pasted HTML without styles, scripts and pictures: what Word and web pages say by styles (bold, italic, lists) is said by elements. The style
 *  attributes are read as texts, since the page's own policy would refuse to apply them. */
export function cleanPasted(html: string): CleanPasted {
  const page = new DOMParser().parseFromString(withoutOfficeComments(renameStyles(html)), 'text/html');
  const pictureCount = page.querySelectorAll('img, picture, video').length;
  for (const element of page.querySelectorAll(UNWANTED)) element.remove();
  makeLists(page);
  for (const element of [...page.body.querySelectorAll<HTMLElement>('[data-pasted-style]')]) sayByElements(element);
  for (const element of page.body.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const isLink = name === 'href' && /^(?:https?|mailto|tel):/i.test(value);
      if (!isLink && name !== 'dir') element.removeAttribute(name);
    }
    if (element.tagName.includes(':')) element.replaceWith(...element.childNodes);
  }
  return { page, pictureCount };
}

function renameStyles(html: string): string {
  return html.replace(/<[^<>]*>/g, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-pasted-style='));
}

/** Word writes the marks of its lists inside conditional comments that are no comments to a browser. */
function withoutOfficeComments(html: string): string {
  return html.replace(/<!(?:--)?\[(?:if|endif)[^\]]*\](?:--)?>/gi, '');
}

/** Word's lists are paragraphs that carry a mark in front. */
function makeLists(page: Document): void {
  let list: HTMLElement | null = null as HTMLElement | null;
  for (const paragraph of page.querySelectorAll<HTMLElement>('p')) {
    const isItem = /mso-list:\s*l\d/i.test(paragraph.dataset['pastedStyle'] ?? '');
    if (!isItem) {
      list = null;
      continue;
    }
    const mark = paragraph.querySelector('[data-pasted-style*="mso-list:Ignore"], [data-pasted-style*="mso-list: Ignore"]');
    const kind = /^[\s\u00a0]*(?:\d+|[a-z]{1,4})[.)]/i.test(mark?.textContent ?? '') ? 'ol' : 'ul';
    mark?.remove();
    if (!list || list.localName !== kind) {
      list = page.createElement(kind);
      paragraph.before(list);
    }
    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
  }
}

function sayByElements(element: HTMLElement): void {
  const style = (element.dataset['pastedStyle'] ?? '').toLowerCase();
  if (element.localName !== 'span') return;
  if (/font-weight:\s*(?:bold|[6-9]00)/.test(style)) wrap(element, 'b');
  if (/font-style:\s*italic/.test(style)) wrap(element, 'i');
}

function wrap(element: HTMLElement, name: 'b' | 'i'): void {
  const outer = element.ownerDocument.createElement(name);
  outer.append(...element.childNodes);
  element.append(outer);
}
