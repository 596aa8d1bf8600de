/** The address of a picture on another website, over https whatever it said; null for every other kind of source. */
export function remoteSource(source: string): string | null {
  const written = source.trim();
  const address = written.startsWith('//') ? `https:${written}` : written;
  const target = URL.canParse(address) ? new URL(address) : null;
  if (target?.protocol !== 'https:' && target?.protocol !== 'http:') return null;
  target.protocol = 'https:';
  target.username = '';
  target.password = '';
  return target.href;
}

/** Gives the pictures of a message their sources back. Only `/frame?pictures=1` has a policy that lets them load. */
export function showRemotePictures(message: ParentNode): void {
  for (const picture of message.querySelectorAll<HTMLImageElement>('img[data-remote-src]')) {
    picture.referrerPolicy = 'no-referrer';
    picture.src = picture.dataset['remoteSrc'] ?? '';
  }
}
