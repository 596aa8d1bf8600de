import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless Chromium with a new profile; close it after use. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('no Chromium: run `node demo/provision.mjs --browser`');
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, args: quietFlags });
}
