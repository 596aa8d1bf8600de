// Brings what this machine lacks, and says so: packages, the database engine's C library, with --browser a Chromium.
// Runs on the stock Node before anything is installed: no dependencies, plain JavaScript.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ownNode = join(root, 'node_modules', 'node', 'bin', 'node');

const isForTests = process.argv.includes('--browser');

refuseOldNode();
refuseMusl();
if (arePackagesMissing()) {
  console.log('Installing packages (npm ci); the first time this takes a minute or two.');
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
}
// A start reads `.env`, where a database may be configured; the tests do not.
run(ownNode, [...(!isForTests && existsSync(join(root, '.env')) ? ['--env-file=.env'] : []), 'demo/database/bring-engine.ts']);
if (isForTests) run(ownNode, ['test/support/bring-browser.ts']);

/** The install brings its own Node, but npm and this script run on the one that is there. */
function refuseOldNode() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return;
  console.error(
    'This Node.js is ' +
      process.versions.node +
      '. Sealpost needs 20 or newer to install itself: get one from https://nodejs.org.',
  );
  process.exit(1);
}

/** Neither the Node of the packages nor the database engine runs there; said before anything is brought. */
function refuseMusl() {
  if (process.platform !== 'linux' || process.report.getReport().header.glibcVersionRuntime) return;
  console.error(
    'This Linux has no glibc (Alpine has musl, for example). Sealpost needs a Linux with glibc, such as Debian, Ubuntu or Fedora, or macOS.',
  );
  process.exit(1);
}

/** npm notes what it installed; a package is missing if the lock wants one that is not noted, or another version of it. */
function arePackagesMissing() {
  const note = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(note) || !existsSync(ownNode)) return true;
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages);
  return wanted.some(([path, { version, optional }]) => path !== '' && !optional && installed[path]?.version !== version);
}

function run(program, args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
