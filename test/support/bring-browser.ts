// Brings a Chromium for the tests where the machine has none. Run by provision.mjs.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findOnPath } from '../../demo/find-on-path.ts';
import { launchBrowser } from './browser.ts';
import { findBrowser } from './find-browser.ts';

if ((await findBrowser()) === null) await bringBrowser();
if ((await findBrowser()) === null) {
  console.error('The tests need a Chromium and none could be installed: install one and set CHROMIUM_PATH.');
  process.exitCode = 1;
} else if (!(await canStart())) {
  console.error(
    'The Chromium for the tests does not start: as root run apt-get install chromium (it brings the libraries), or set CHROMIUM_PATH to one that works.',
  );
  process.exitCode = 1;
}

/** A downloaded one comes without the libraries of the system that it needs. */
async function canStart(): Promise<boolean> {
  try {
    const browser = await launchBrowser();
    await (await browser.newPage()).goto('about:blank');
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

async function bringBrowser(): Promise<void> {
  const isDebianRoot = process.getuid?.() === 0 && (await findOnPath('apt-get')) !== null;
  if (isDebianRoot) {
    console.log('Installing Chromium for the tests (apt-get install chromium).');
    run('apt-get', ['-qq', 'update']);
    run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  }
  if ((await findBrowser()) !== null) return;
  console.log('Downloading a Chromium for the tests (playwright).');
  run(process.execPath, [join(import.meta.dirname, '../../node_modules/playwright-core/cli.js'), 'install', 'chromium']);
}

function run(program: string, args: string[]): void {
  spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
