// npm run sideload -- --origin https://secure.harbour.example: opens Outlook for Windows or Mac with the add-in of that server.
import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { manifestFor } from '../server/http/manifest.ts';
import { readHttpsOrigin } from './read-https-origin.ts';

const { values } = parseArgs({ options: { origin: { type: 'string' } } });
const origin = readHttpsOrigin(values.origin);
if (origin === null) {
  console.error('Name the server whose add-in you want: npm run sideload -- --origin https://secure.harbour.example');
  process.exitCode = 1;
} else {
  const file = join(await mkdtemp(join(tmpdir(), 'sealpost-manifest-')), 'manifest.xml');
  await writeFile(file, manifestFor(origin));
  console.log(`The manifest is in ${file}; to sideload by hand, see docs/outlook.md.`);
  // Its 448 MB are fetched when somebody sideloads, not with every install.
  const tool = spawn('npx', ['--yes', 'office-addin-debugging', 'start', file, 'desktop'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  tool.on('error', () => {
    console.error('npx could not be started. Sideload by hand instead: docs/outlook.md tells how.');
    process.exitCode = 1;
  });
  tool.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
