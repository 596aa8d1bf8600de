// npm run icons: draws the add-in's icons, a sealed envelope, each for its own size so that its edges fall on whole pixels.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../test/support/browser.ts';
import { iconSizes } from './check-manifest.ts';

const folder = join(import.meta.dirname, '..', 'addin', 'icons');
const PAPER = '#0f6cbd';
const FOLD = '#ffffff';
const SEAL = '#e8590c';

const browser = await launchBrowser();
await mkdir(folder, { recursive: true });
for (const size of iconSizes) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${drawing(size)}`);
  await writeFile(join(folder, `icon-${size}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();

function drawing(size: number): string {
  const margin = Math.max(1, Math.round(size / 16));
  const top = Math.round(size * 0.19);
  const bottom = size - Math.round(size * 0.19);
  const line = Math.max(1, Math.round(size / 16));
  const middle = size / 2;
  const tip = top + Math.round((bottom - top) * 0.5);
  const seal = size < 24 ? 2 : Math.round(size * 0.16);
  const ring = seal + Math.max(1, size / 24);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">
    <clipPath id="paper"><rect x="${margin}" y="${top}" width="${size - 2 * margin}" height="${bottom - top}" rx="${Math.max(1, size / 16)}"/></clipPath>
    <g clip-path="url(#paper)">
    <rect x="${margin}" y="${top}" width="${size - 2 * margin}" height="${bottom - top}" fill="${PAPER}"/>
    <path d="M${margin} ${top + line} L${middle} ${tip} L${size - margin} ${top + line}" fill="none" stroke="${FOLD}" stroke-width="${line}" stroke-linejoin="round"/>
    </g>
    <circle cx="${middle}" cy="${tip}" r="${ring}" fill="${FOLD}"/>
    <circle cx="${middle}" cy="${tip}" r="${seal}" fill="${SEAL}"/>
  </svg>`;
}
