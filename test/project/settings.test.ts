import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { envExample, readmeTable } from '../../build/settings-texts.ts';

const root = join(import.meta.dirname, '../..');

test('the README explains exactly the settings that the server knows (npm run settings)', async () => {
  expect(await readFile(join(root, 'README.md'), 'utf8')).toContain(`\n${readmeTable()}\n`);
});

test('.env.example lists exactly the settings that the server knows (npm run settings)', async () => {
  expect(await readFile(join(root, '.env.example'), 'utf8')).toBe(envExample());
});
