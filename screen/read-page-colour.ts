/** The organisation's colour as the server wrote it into this page; not looked at more closely, so that nothing is drawn later for it. Empty when the
 *  page carries none. */
export function readPageColour(): string {
  const settings = JSON.parse(document.getElementById('settings')?.textContent ?? 'null') as {
    organisation?: { colour?: string };
  } | null;
  return settings?.organisation?.colour ?? '';
}
