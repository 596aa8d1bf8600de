import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { englishCatalogues, readCatalogue, sourcesOf } from '../support/catalogues.ts';
import { hardCodedTexts } from '../support/hard-coded-texts.ts';

const root = join(import.meta.dirname, '..', '..');
const english = await englishCatalogues();
const others = ['de'];

/** The same in every language: names, abbreviations, signs. */
const INTERNATIONAL =
  /^(?:|[^\p{L}]*|(?:Bcc|Cc|Code|E-Mail|HTML|Link|Name|Outlook|PDF|Passkeys?|Portal|QR-Code|Text|Version|ZIP|security\.txt)[\s\d:]*)$/u;

test('there are catalogues, so that the tests below say something', () => {
  expect(english.length).toBeGreaterThan(8);
});

test.each(english.flatMap((path) => others.map((language) => [path, language] as const)))(
  '%s says the same in %s: no text is missing, empty or left in English, none takes other facts',
  async (path, language) => {
    const known = await readCatalogue(path, 'en');
    const other = await readCatalogue(path, language);
    expect([...other.keys()].sort()).toEqual([...known.keys()].sort());
    for (const [key, text] of known) {
      const translated = other.get(key);
      if (typeof text === 'number') expect({ key, facts: translated }).toEqual({ key, facts: text });
      else if (text !== '') expect({ key, isEmpty: translated === '' }).toEqual({ key, isEmpty: false });
      if (typeof text === 'string' && !INTERNATIONAL.test(text))
        expect({ key, translated }).not.toEqual({ key, translated: text });
    }
  },
);

test('no screen and no mail holds a text of its own', async () => {
  const sources = await sourcesOf('{addin,portal,screen}/**/*.tsx');
  const mails = await sourcesOf('server/mail/{*.mail,*-blocks}.ts');
  const found: string[] = [];
  for (const path of [...sources, ...mails]) {
    const texts = hardCodedTexts(path, await readFile(join(root, path), 'utf8'));
    found.push(...texts.filter((text) => !INTERNATIONAL.test(text)).map((text) => `${path}: ${text}`));
  }
  expect(found).toEqual([]);
});

test('no catalogue holds a text that nothing reads', async () => {
  const catalogues = await sourcesOf('{addin,portal,screen,server}/**/texts/*.ts');
  const sources = (await sourcesOf('{contract,addin,portal,screen,server}/**/*.{ts,tsx}')).filter(
    (path) => !catalogues.includes(path),
  );
  const words = new Set<string>();
  for (const path of sources)
    for (const [word] of (await readFile(join(root, path), 'utf8')).matchAll(/[\p{L}_$](?:[\p{L}\d_$-]*[\p{L}\d_$])?/gu))
      words.add(word);
  const unread: string[] = [];
  for (const path of english) {
    const names = [...(await readCatalogue(path, 'en')).keys()].map((key) => key.split('.').at(-1) ?? '');
    unread.push(...names.filter((name) => /^\p{L}/u.test(name) && !words.has(name)).map((name) => `${path}: ${name}`));
  }
  expect(unread).toEqual([]);
});

test('a text that a screen or a mail holds of its own is found, wherever it stands', () => {
  const screen = `const Page = () => <main aria-label="Mailbox" className="plain">Hello <b title={words.x} hint="Why">{isNew ? 'new' : words.old}{isOld && 'Old'}</b>{\`\${size} kB\`}, {words.x}</main>;`;
  expect(hardCodedTexts('portal/Page.tsx', screen)).toEqual(['Mailbox', 'Hello', 'Why', 'new', 'Old', ' kB']);
  const mail = `export const blocks = [{ kind: 'lead', text: 'Your code' }, { kind: 'button', label: words.read, address: 'https://x' }];`;
  expect(hardCodedTexts('server/mail/code.mail.ts', mail)).toEqual(['Your code']);
});
