import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { tellSettings } from '../../demo/running-settings.ts';

let place: string;
const data = () => path.join(place, '.sealpost');

beforeEach(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'sealpost-running-'));
  await mkdir(data());
});

afterEach(() => rm(place, { recursive: true }));

/** What a command reads of settings when it is run as the scripts of package.json do. */
function readBeside(...names: string[]): unknown {
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  const joining = path.join(import.meta.dirname, '../../demo/join-running.ts');
  const script = `console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => process.env[name] ?? null)))`;
  const { stdout } = spawnSync(process.execPath, ['--env-file-if-exists=.env', '--import', joining, '--eval', script], {
    cwd: place,
    env,
    encoding: 'utf8',
  });
  return JSON.parse(stdout);
}

test('a command beside a running demo has its settings, whatever signs they hold, until it stops', async () => {
  const odd = ['"Harbour" \'Clinic\' `#5`', 'one\ntwo\\n three\r\n', ' $HOME \\ # ', 'Häfen ✓'];
  const settings = Object.fromEntries(odd.map((value, index) => [`ODD_${index}`, value]));
  const forget = await tellSettings(data(), settings);
  expect(readBeside(...Object.keys(settings))).toEqual(odd);
  await forget();
  expect(readBeside('ODD_0')).toEqual([null]);
});

test('what a demo that was killed has left is not taken for settings: those of .env hold', async () => {
  await writeFile(path.join(place, '.env'), 'ODD_0=of the organisation\n');
  await tellSettings(data(), { ODD_0: 'of the demo' });
  expect(readBeside('ODD_0')).toEqual(['of the demo']);
  const script = `const { tellSettings } = await import(${JSON.stringify(path.join(import.meta.dirname, '../../demo/running-settings.ts'))});
    await tellSettings(${JSON.stringify(data())}, { ODD_0: 'of the demo', RELAY_SMTP_TLS: 'none' });`;
  const { NODE_OPTIONS: _ofJest, ...env } = process.env;
  spawnSync(process.execPath, ['--input-type=module', '--eval', script], { env });
  expect(readBeside('ODD_0', 'RELAY_SMTP_TLS')).toEqual(['of the organisation', null]);
});
