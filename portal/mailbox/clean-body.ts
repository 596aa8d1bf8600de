import createDOMPurify, { type Config } from 'dompurify';
import { cleanStyle } from './clean-style.ts';
import { fenceLink } from './reading/fence-link.ts';
import { remoteSource } from './reading/remote-pictures.ts';
import { shapeBody } from './shape-body.ts';

export interface CleanBody {
  /** The cleaned `body` element, in a document of its own that runs and loads nothing. */
  readonly body: HTMLElement;
  /** How many pictures from other websites lost their source. */
  readonly remotePictureCount: number;
}

const config: Config = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: [
    ...[
      'form',
      'input',
      'button',
      'select',
      'textarea',
      'option',
      'optgroup',
      'fieldset',
      'legend',
      'label',
      'datalist',
      'output',
      'meter',
      'progress',
    ],
    ...[
      'style',
      'base',
      'meta',
      'link',
      'svg',
      'math',
      'audio',
      'video',
      'source',
      'track',
      'picture',
      'map',
      'area',
      'template',
      'slot',
      'dialog',
      'marquee',
    ],
  ],
  FORBID_ATTR: [
    ...[
      'srcset',
      'sizes',
      'background',
      'poster',
      'ping',
      'action',
      'formaction',
      'usemap',
      'popover',
      'popovertarget',
      'popovertargetaction',
    ],
    ...[
      'contenteditable',
      'autofocus',
      'tabindex',
      'accesskey',
      'cite',
      'longdesc',
      'download',
      'target',
      'rel',
      'nonce',
      'slot',
      'is',
      'loading',
      'role',
    ],
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  SANITIZE_DOM: true,
  SANITIZE_NAMED_PROPS: true,
  /** Addresses by scheme; whatever has none is judged below. */
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel|cid):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
};

const INLINE_PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|bmp);base64,[a-z0-9+/=\s]*$/i;

/** First fence around a hostile message body: DOMPurify with an allow-list of CSS. Inline pictures (`cid:`) carry `data-cid`, remote ones
 *  `data-remote-src`, neither a source; links lead to the *leaving* page. `view` is the window of the frame that is the second fence: its
 *  policy allows the style attributes that the portal's would refuse even in a parsed document. */
export function cleanBody(html: string, view: Window & typeof globalThis): CleanBody {
  const purify = createDOMPurify(view);
  let remotePictureCount = 0;
  purify.addHook('uponSanitizeAttribute', (_element, attribute) => {
    if (attribute.attrName === 'style') attribute.attrValue = cleanStyle(attribute.attrValue);
  });
  purify.addHook('afterSanitizeAttributes', (element) => {
    fenceLink(element);
    if (fencePicture(element)) remotePictureCount += 1;
  });
  const body = purify.sanitize(shapeBody(html, view), { ...config, RETURN_DOM: true });
  return { body: body as HTMLElement, remotePictureCount };
}

/** Takes the source of a picture away; true for a remote one. */
function fencePicture(element: Element): boolean {
  const source = element.getAttribute('src');
  if (source === null) return false;
  const isPicture = element.tagName === 'IMG';
  if (isPicture && INLINE_PICTURE.test(source)) return false;
  element.removeAttribute('src');
  if (!isPicture) return false;
  if (/^cid:/i.test(source)) element.setAttribute('data-cid', source.slice(4));
  const remote = remoteSource(source);
  if (remote !== null) element.setAttribute('data-remote-src', remote);
  return remote !== null;
}
