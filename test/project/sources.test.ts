import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const textFile = /\.(?:ts|tsx|js|mjs|json|html|css|md|xml|ya?ml)$|^\.(?:env\.example|gitignore|prettier.*)$|^\.ci\/run$/;

/** Every text file of the project that git keeps or would keep, without the lock. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => textFile.test(file) && file !== 'package-lock.json')
  .filter((file) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile())
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

function filesWith(pattern: RegExp): string[] {
  return files.filter(({ file, text }) => !file.startsWith('test/project/') && pattern.test(text)).map(({ file }) => file);
}

test('no source file is longer than 250 lines', () => {
  const sources = files.filter(({ file }) => /\.(?:ts|tsx|js|mjs)$/.test(file));
  expect(sources.filter(({ text }) => text.trimEnd().split('\n').length > 250).map(({ file }) => file)).toEqual([]);
});

test('half of the product is in files of 60 lines or fewer, and nine tenths in files of 150 or fewer', () => {
  const lengths = files
    .filter(({ file }) => /^(?:contract|server|screen|addin|portal)\/.*\.tsx?$/.test(file))
    .map(({ text }) => text.trimEnd().split('\n').length)
    .sort((a, b) => a - b);
  expect(lengths[Math.floor(lengths.length * 0.5)]).toBeLessThanOrEqual(60);
  expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(150);
});

test('nothing is left to be done in a comment', () => {
  expect(filesWith(/\b(?:TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
});

test('no file names the host of a package registry or mirror, nor a folder of the machine it was written on', () => {
  expect(
    filesWith(
      /registry\.npmjs|registry\.yarnpkg|deb\.debian\.org|archive\.ubuntu\.com|(?:^|[\s'"`(])\/(?:work|home|Users|root)\//m,
    ),
  ).toEqual([]);
});

test('the lock file names no host of a registry', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/);
});

test('whatever composes or sends a mail says that it takes nothing from files and addresses', () => {
  const composing = files.filter(
    ({ file, text }) => file.startsWith('server/') && /\b(?:MailComposer|createTransport)\(/.test(text),
  );
  expect(composing.length).toBeGreaterThan(1);
  const open = composing.filter(({ text }) => !/disableFileAccess: true[^]*disableUrlAccess: true/.test(text));
  expect(open.map(({ file }) => file)).toEqual([]);
});

test('a rule of lint is switched off in a line only with the reason on that line', () => {
  expect(filesWith(/eslint-disable(?!.*--\s*\S)/)).toEqual([]);
});

test('folders and files have no name that says nothing', () => {
  const empty = /(?:^|[/-])(?:utils?|helpers?|common|misc|types|constants|manager|service|base|data|handle)(?:[./]|$)/i;
  const product = files.filter(({ file }) => /^(?:contract|server|screen|addin|portal|demo)\//.test(file));
  expect(product.filter(({ file }) => empty.test(file)).map(({ file }) => file)).toEqual([]);
});

test('continuous integration runs npm test and nothing else', () => {
  const commands = readFileSync(join(root, '.ci/run'), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => !/^(?:set |cd |$)/.test(line));
  expect(commands).toEqual(['npm test']);
});
