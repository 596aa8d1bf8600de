import type { Language } from '../../../contract/language.ts';
import { de } from './de.ts';
import { en } from './en.ts';

const texts: Readonly<Record<Language, typeof en>> = { en, de };

/** What mails say, in one language. */
export function mailTexts(language: Language): typeof en {
  return texts[language];
}
