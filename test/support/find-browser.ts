import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findOnPath } from '../../demo/find-on-path.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The Chromium to test with: CHROMIUM_PATH, else one on the PATH, else the one that playwright downloaded; null where there is none. */
export async function findBrowser(): Promise<string | null> {
  const configured = process.env['CHROMIUM_PATH'];
  if (configured) return configured;
  for (const name of names) {
    const found = await findOnPath(name);
    if (found !== null) return found;
  }
  const downloaded = chromium.executablePath();
  return existsSync(downloaded) ? downloaded : null;
}
