import { type Language, languages } from '../contract/language.ts';
import { type SpokenLanguage, speak, spokenLanguage } from './catalogue.ts';

const KEPT_AS = 'language';
const spoken: readonly SpokenLanguage[] = [...languages, 'qps'];

/** Speaks the first of the wishes (BCP 47) that we speak, else English. Never fails: without the texts of that language the page speaks English. */
export async function speakFirstOf(wishes: readonly string[]): Promise<void> {
  const language = firstSpoken(wishes);
  if (language !== 'en') await speak(language).catch(() => speak('en'));
}

/** What was chosen in this browser, then what the browser wishes (BCP 47). */
export function readerLanguages(): readonly string[] {
  return [keptLanguage(), ...navigator.languages];
}

/** Speaks `language` from now on, also when this browser comes again; null: what the browser wishes. @throws when its texts cannot be fetched */
export async function chooseLanguage(language: Language | null): Promise<void> {
  keepLanguage(language ?? '');
  const wished = language ?? firstSpoken(navigator.languages);
  if (wished !== spokenLanguage()) await speak(wished);
}

function firstSpoken(wishes: readonly string[]): SpokenLanguage {
  for (const wish of wishes) {
    const found = spoken.find((language) => wish.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}

function keptLanguage(): string {
  try {
    return localStorage.getItem(KEPT_AS) ?? '';
  } catch {
    // A browser that keeps nothing for us.
    return '';
  }
}

function keepLanguage(language: string): void {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // Then it is chosen for this visit.
  }
}
