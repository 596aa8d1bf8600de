import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../test/support/find-browser.ts';

/** Starts Chromium for the product at `port`, which calls itself by its public origin, wherever it listens. Microsoft's script is not
 *  loaded: whoever measures the pane puts something in its place. The caller closes it. */
export async function openBrowser(origin: string, port: number): Promise<Browser> {
  const executablePath = await findBrowser();
  if (executablePath === null) throw new Error('no Chromium: run `node demo/provision.mjs --browser`');
  const { host } = new URL(origin);
  const rules = [`MAP ${host} 127.0.0.1:${port}`, 'MAP appsforoffice.microsoft.com ~NOTFOUND'];
  const args = [`--host-resolver-rules=${rules.join(', ')}`, '--disable-gpu', '--disable-background-networking'];
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, args });
}
