/** What a mail link may ask of the reader's mail program beside the address. */
const MAIL_FIELDS: ReadonlySet<string> = new Set(['subject', 'body', 'cc']);
/** A number as people write it: no codes that a telephone would obey. */
const TELEPHONE = /^[+\d][\d\s().\-/]{1,40}$/;
const TELEPHONE_ENDING = /^;ext=\d{1,10}$/;

/** A link to a website leads to the page that shows its true host, one within the message stays there, mail and telephone links open their
 *  program. Every other address is taken away. */
export function fenceLink(element: Element): void {
  const address = element.getAttribute('href');
  if (address === null) return;
  element.removeAttribute('href');
  if (element.tagName !== 'A') return;
  if (address.startsWith('#')) return element.setAttribute('href', `#user-content-${address.slice(1)}`);
  const target = safeTarget(address);
  if (!target) return;
  element.setAttribute('href', target.href);
  element.setAttribute('title', target.title);
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener noreferrer');
}

interface Target {
  readonly href: string;
  /** What a reader sees who points at the link. */
  readonly title: string;
}

function safeTarget(address: string): Target | null {
  const target = URL.canParse(address) ? new URL(address) : null;
  switch (target?.protocol) {
    case 'https:':
    case 'http:':
      return websiteTarget(target);
    case 'mailto:':
      return mailTarget(target);
    case 'tel:':
      return telephoneTarget(target);
    default:
      return null;
  }
}

/** A name before the host is there to be mistaken for it, so it goes. */
function websiteTarget(target: URL): Target {
  target.username = '';
  target.password = '';
  return { href: `/portal/leaving#${encodeURIComponent(target.href)}`, title: target.host };
}

function mailTarget({ pathname, searchParams }: URL): Target | null {
  const address = decoded(pathname);
  if (address === null || !/^[^\s?&#<>"]{1,254}$/.test(address)) return null;
  const fields = [...searchParams].filter(([name]) => MAIL_FIELDS.has(name.toLowerCase()));
  const query = fields.map(([name, value]) => `${name.toLowerCase()}=${encodeURIComponent(value)}`).join('&');
  return { href: `mailto:${encodeURI(address)}${query === '' ? '' : `?${query}`}`, title: address };
}

function telephoneTarget({ pathname }: URL): Target | null {
  const written = decoded(pathname)?.trim() ?? '';
  const semicolon = written.includes(';') ? written.indexOf(';') : written.length;
  const [number, ending] = [written.slice(0, semicolon), written.slice(semicolon)];
  if (!TELEPHONE.test(number) || (ending !== '' && !TELEPHONE_ENDING.test(ending))) return null;
  return { href: `tel:${number.replace(/[^+\d]/g, '')}${ending}`, title: number };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
