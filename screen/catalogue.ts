import type { Language } from '../contract/language.ts';
import { redraw } from './redraw.ts';

/** `qps`: English made unlike English, longer and from right to left, to try the pages with. */
export type SpokenLanguage = Language | 'qps';

type Others<Texts> = Record<Exclude<Language, 'en'>, () => Promise<Texts>>;

let spoken: SpokenLanguage = 'en';
const learners = new Set<(language: SpokenLanguage) => Promise<void>>();
let learning: Promise<unknown> = Promise.resolve();

/** Texts that change with the language of the page: a section of them may be kept, a text is read where it is shown, never when a module
 *  loads. Other languages than English are fetched when they are spoken. */
export function catalogue<Texts extends object>(english: Texts, others: Others<Texts>): Texts {
  const texts = copyOf(english);
  const learn = async (language: SpokenLanguage) => {
    const learned = await textsIn(language, english, others);
    if (language === spoken) learnInto(texts, learned);
  };
  learners.add(learn);
  if (spoken !== 'en') waitFor([learning, learn(spoken)]);
  return texts;
}

async function textsIn<Texts extends object>(language: SpokenLanguage, english: Texts, others: Others<Texts>): Promise<Texts> {
  if (language === 'en') return english;
  if (language === 'qps') return (await import('./pseudo-texts.ts')).pseudoTexts(english);
  return others[language]();
}

function copyOf<Texts extends object>(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, isSection(text) ? copyOf(text) : text])) as Texts;
}

function learnInto(known: object, learned: object): void {
  const texts = known as Record<string, unknown>;
  for (const [key, text] of Object.entries(learned)) {
    const section = texts[key];
    if (isSection(section) && isSection(text)) learnInto(section, text);
    else texts[key] = text;
  }
}

const isSection = (text: unknown): text is object => typeof text === 'object' && text !== null && !Array.isArray(text);

function waitFor(tasks: readonly Promise<unknown>[]): void {
  learning = Promise.all(tasks);
  // Told to whoever waits for the texts; nobody may wait.
  learning.catch(() => undefined);
}

/** The language the page speaks. */
export function spokenLanguage(): SpokenLanguage {
  return spoken;
}

/** Makes every catalogue speak `language`, those too that load later, and has the page drawn again. @throws when the texts cannot be fetched */
export async function speak(language: SpokenLanguage): Promise<void> {
  spoken = language;
  waitFor([...learners].map((learn) => learn(language)));
  await learning;
  if (language !== spoken) return;
  document.documentElement.lang = language === 'qps' ? 'en' : language;
  document.documentElement.dir = textDirection();
  redraw();
}

/** Where the lines of the spoken language begin. */
export function textDirection(): 'ltr' | 'rtl' {
  return spoken === 'qps' ? 'rtl' : 'ltr';
}

/** Waits until the catalogues that have loaded speak the language of the page. */
export async function textsReady(): Promise<void> {
  await learning;
}
