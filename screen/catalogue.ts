/** The languages the pages speak. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

type Others<Texts> = Partial<Record<Exclude<Language, 'en'>, () => Promise<Texts>>>;

let spoken: Language = 'en';
const learners = new Set<(language: Language) => Promise<void>>();
let learning: Promise<unknown> = Promise.resolve();

/** Texts that change with the language of the page: read them where they are shown, never when a module loads. Other languages than English are
 *  fetched when they are spoken. */
export function catalogue<Texts extends object>(english: Texts, others: Others<Texts>): Texts {
  const texts = { ...english };
  const learn = async (language: Language) => {
    Object.assign(texts, language === 'en' ? english : ((await others[language]?.()) ?? english));
  };
  learners.add(learn);
  if (spoken !== 'en') learning = Promise.all([learning, learn(spoken)]);
  return texts;
}

/** The language the page speaks. */
export function spokenLanguage(): Language {
  return spoken;
}

/** Makes every catalogue speak `language`, those too that load later; what is on the screen changes with its next drawing. */
export async function speak(language: Language): Promise<void> {
  spoken = language;
  learning = Promise.all([...learners].map((learn) => learn(language)));
  await learning;
}

/** Waits until the catalogues that have loaded speak the language of the page. */
export async function textsReady(): Promise<void> {
  await learning;
}
