const HOST = /^(?:1drv\.ms|onedrive\.live\.com|d\.docs\.live\.net|[\w-]+\.sharepoint(?:-mil)?\.(?:com|us|cn|de))$/i;
/** Outlook's protection against bad links wraps the link that was meant. */
const WRAPPER = /\.safelinks\.protection\.outlook\.com$/i;
const LONGEST = 60;

/** The words of each link to a file on OneDrive or SharePoint, once each: Outlook's *upload and share* leaves only such a link in the text. */
export function cloudLinksOf(page: Document): string[] {
  const names = [...page.querySelectorAll('a[href]')].flatMap((link) => {
    const address = meantBy(link.getAttribute('href') ?? '');
    return address && HOST.test(address.hostname) ? [nameOf(link, address)] : [];
  });
  return [...new Set(names)];
}

function meantBy(href: string): URL | null {
  const address = parse(href);
  const wrapped = address && WRAPPER.test(address.hostname) ? address.searchParams.get('url') : null;
  return wrapped === null ? address : parse(wrapped);
}

/** What `URL.parse` does, which webviews of Safari before 18 lack. */
function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function nameOf(link: Element, address: URL): string {
  const words = link.textContent.replace(/\s+/g, ' ').trim() || address.hostname;
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}
