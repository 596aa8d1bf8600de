import { limits } from '../../contract/limits.ts';

/** What the file systems of Linux and macOS take at most, with room for the ` (1)` of a browser. */
const MOST_BYTES = 240;
/** Names Windows keeps for devices, whatever the ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\s*\.|$)/i;
/** Controls, and the marks that turn the direction of text around and so hide a file's true ending. The joiners stay: emoji and Persian need them. */
// eslint-disable-next-line no-control-regex -- taking them out is the purpose
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/gu;
/** What no name may begin or end with. */
const EDGE = /^[\s.\u200c\u200d]$/;

/** A name that any system can save: no path, no hidden characters, at most 200 characters with its ending kept. Umlauts and emoji stay. */
export function safeFileName(given: string): string {
  const lastPart = given.slice(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
  const visible = lastPart
    .replace(HIDDEN, '')
    .replace(/[<>:"|?*]/g, '_')
    .normalize('NFC');
  const name = trim([...visible]).join('');
  return shorten([...(name === '' ? 'file' : DEVICE.test(name) ? `_${name}` : name)]);
}

/** Character by character: a regular expression for the end of a text takes quadratic time on one made of spaces. */
function trim(characters: readonly string[]): readonly string[] {
  const isKept = (character: string) => !EDGE.test(character);
  return characters.slice(Math.max(characters.findIndex(isKept), 0), characters.findLastIndex(isKept) + 1);
}

function shorten(characters: readonly string[]): string {
  const dot = characters.lastIndexOf('.');
  const ending = dot > 0 && characters.length - dot <= 20 ? characters.slice(dot) : [];
  const stem = characters.slice(0, characters.length - ending.length);
  const most = limits.fileNameCharacters - ending.length;
  let bytes = Buffer.byteLength(ending.join(''));
  let kept = 0;
  for (const character of stem.slice(0, most)) {
    bytes += Buffer.byteLength(character);
    if (bytes > MOST_BYTES) break;
    kept += 1;
  }
  return kept === stem.length ? characters.join('') : [...trim(stem.slice(0, kept)), ...ending].join('');
}

/** A declared media type, or `application/octet-stream` when it is none (RFC 6838, 4.2). */
export function safeContentType(declared: string): string {
  const type = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/.test(type) ? type : 'application/octet-stream';
}
