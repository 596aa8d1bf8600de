/** The origin a person typed, without its last slash; null unless it is https and nothing but an origin. */
export function readHttpsOrigin(typed: string | undefined): string | null {
  const url = URL.parse(typed ?? '');
  const isOrigin =
    url?.protocol === 'https:' && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return isOrigin ? url.origin : null;
}
