import { catalogue } from '../../screen/catalogue.ts';
import { en } from './reading.en.ts';

/** What a reader does with an open message beside reading. In the language of the page. */
export const readingTexts = catalogue(en, { de: () => import('./reading.de.ts').then(({ de }) => de) });
