import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { hardCodedTexts } from '../support/hard-coded-texts.ts';

const root = join(import.meta.dirname, '..', '..');
const english = await filesOf('{addin,portal,screen,server}/**/{*.en.ts,texts/en.ts}');
const others = ['de'];

/** The same in every language: names, abbreviations, signs. */
const INTERNATIONAL =
  /^(?:|[^\p{L}]*|(?:Bcc|Cc|Code|E-Mail|HTML|Link|Name|Outlook|PDF|Passkeys?|Portal|QR-Code|Text|Version|ZIP|security\.txt)[\s\d:]*)$/u;

async function filesOf(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob(pattern, { cwd: root })) found.push(path);
  return found.sort();
}

/** Every text of a catalogue by its path; a function stands for the number of facts it takes. */
function textsOf(section: object, path = ''): Map<string, string | number> {
  const found = new Map<string, string | number>();
  for (const [key, text] of Object.entries(section)) {
    const at = `${path}${key}`;
    if (typeof text === 'function') found.set(at, (text as () => unknown).length);
    else if (typeof text === 'string') found.set(at, text);
    else for (const [deep, one] of textsOf(text as object, `${at}.`)) found.set(deep, one);
  }
  return found;
}

async function catalogueAt(path: string, language: string): Promise<Map<string, string | number>> {
  const module = (await import(join(root, path))) as Record<string, object>;
  return textsOf(module[language] ?? {});
}

test('there are catalogues, so that the tests below say something', () => {
  expect(english.length).toBeGreaterThan(8);
});

test.each(english.flatMap((path) => others.map((language) => [path, language] as const)))(
  '%s says the same in %s: no text is missing, empty or left in English, none takes other facts',
  async (path, language) => {
    const known = await catalogueAt(path, 'en');
    const other = await catalogueAt(path.replace(/\ben\.ts$/, `${language}.ts`), language);
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
  const sources = await filesOf('{addin,portal,screen}/**/*.tsx');
  const mails = await filesOf('server/mail/{*.mail,*-blocks}.ts');
  const found: string[] = [];
  for (const path of [...sources, ...mails]) {
    const texts = hardCodedTexts(path, await readFile(join(root, path), 'utf8'));
    found.push(...texts.filter((text) => !INTERNATIONAL.test(text)).map((text) => `${path}: ${text}`));
  }
  expect(found).toEqual([]);
});

test('a text that a screen or a mail holds of its own is found, wherever it stands', () => {
  const screen = `const Page = () => <main aria-label="Mailbox" className="plain">Hello <b>{isNew ? 'new' : words.old}</b>{\`\${size} kB\`}, {words.x}</main>;`;
  expect(hardCodedTexts('portal/Page.tsx', screen)).toEqual(['Mailbox', 'Hello', 'new', ' kB']);
  const mail = `export const blocks = [{ kind: 'lead', text: 'Your code' }, { kind: 'button', label: words.read, address: 'https://x' }];`;
  expect(hardCodedTexts('server/mail/code.mail.ts', mail)).toEqual(['Your code']);
});
