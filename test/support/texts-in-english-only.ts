import { englishCatalogues, readCatalogue } from './catalogues.ts';

/** The texts of all catalogues that no German one has. */
export async function textsInEnglishOnly(): Promise<Set<string>> {
  const english = new Set<string>();
  const german = new Set<string>();
  for (const path of await englishCatalogues()) {
    for (const text of (await readCatalogue(path, 'en')).values()) if (typeof text === 'string') english.add(text);
    for (const text of (await readCatalogue(path, 'de')).values()) if (typeof text === 'string') german.add(text);
  }
  return new Set([...english].filter((text) => text !== '' && !german.has(text)));
}
