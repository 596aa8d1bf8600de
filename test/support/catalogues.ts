import { glob } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The English catalogues, as paths in the project. */
export function englishCatalogues(): Promise<string[]> {
  return sourcesOf('{addin,portal,screen,server}/**/{*.en.ts,texts/en.ts}');
}

/** The sources whose path fits a pattern, sorted. */
export async function sourcesOf(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob(pattern, { cwd: root })) found.push(path);
  return found.sort();
}

/** Every text of the catalogue beside an English one, by its place; a function stands for the number of facts it takes. */
export async function readCatalogue(english: string, language: string): Promise<Map<string, string | number>> {
  const path = english.replace(/\ben\.ts$/, `${language}.ts`);
  const module = (await import(join(root, path))) as Record<string, object>;
  return textsOf(module[language] ?? {});
}

function textsOf(section: object, place = ''): Map<string, string | number> {
  const found = new Map<string, string | number>();
  for (const [key, text] of Object.entries(section)) {
    const at = `${place}${key}`;
    if (typeof text === 'function') found.set(at, (text as () => unknown).length);
    else if (typeof text === 'string') found.set(at, text);
    else for (const [deep, one] of textsOf(text as object, `${at}.`)) found.set(deep, one);
  }
  return found;
}
