import { limits } from '../../contract/limits.ts';

/** Names Windows keeps for devices, whatever the ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Controls, and the marks that turn the direction of text around and so hide a file's true ending. */
// eslint-disable-next-line no-control-regex -- taking them out is the purpose
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/gu;

/** A name that any system can save: no path, no hidden characters, at most 200 characters with its ending kept. Umlauts and emoji stay. */
export function safeFileName(given: string): string {
  const lastPart = given.replace(/\\/g, '/').split('/').at(-1) ?? '';
  const visible = lastPart
    .replace(HIDDEN, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .normalize('NFC');
  const named = visible === '' ? 'file' : DEVICE.test(visible) ? `_${visible}` : visible;
  return shorten([...named]);
}

function shorten(characters: string[]): string {
  if (characters.length <= limits.fileNameCharacters) return characters.join('');
  const dot = characters.lastIndexOf('.');
  const ending = dot > 0 && characters.length - dot <= 20 ? characters.slice(dot) : [];
  return [...characters.slice(0, limits.fileNameCharacters - ending.length), ...ending].join('');
}

/** A declared media type, or `application/octet-stream` when it is none (RFC 6838, 4.2). */
export function safeContentType(declared: string): string {
  const type = declared.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/.test(type) ? type : 'application/octet-stream';
}
