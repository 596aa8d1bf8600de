import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestFacts } from './check-manifest.ts';

const root = join(import.meta.dirname, '..');
const PNG_WIDTH_AT = 16;
const PNG_HEIGHT_AT = 20;

/** What the manifest for `origin` must agree with: the product's fixed id, its version and the icons that are there. */
export function manifestFacts(origin: string): ManifestFacts {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { id: '7a6f2c1e-5d0b-4c39-9f4e-2b8d61c3a9e7', version, origin, iconPixels };
}

/** Width and height stand in the first chunk of a PNG (RFC 2083, 4.1.1). */
function iconPixels(name: string): number | null {
  try {
    const bytes = readFileSync(join(root, 'addin', 'icons', name));
    const isPng = bytes.subarray(1, 4).toString('latin1') === 'PNG';
    const width = bytes.readUInt32BE(PNG_WIDTH_AT);
    return isPng && width === bytes.readUInt32BE(PNG_HEIGHT_AT) ? width : null;
  } catch {
    return null;
  }
}
