import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from '@jest/globals';
import { envExample, readmeTable } from '../../build/settings-texts.ts';
import { settingDocs } from '../../server/config.ts';

const root = join(import.meta.dirname, '../..');

test('the README explains exactly the settings that the server knows (npm run settings)', async () => {
  expect(await readFile(join(root, 'README.md'), 'utf8')).toContain(`\n${readmeTable()}\n`);
});

test('.env.example lists exactly the settings that the server knows (npm run settings)', async () => {
  expect(await readFile(join(root, '.env.example'), 'utf8')).toBe(envExample());
});

test('each default in .env.example says, once it is no comment any more, what holds without it', () => {
  const given = parseEnv(envExample().replaceAll(/^#(?=[A-Z_]+=)/gm, ''));
  expect(given).toEqual(Object.fromEntries(settingDocs.map((setting) => [setting.name, setting.default ?? ''])));
});
