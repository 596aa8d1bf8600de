import { catalogue } from '../../screen/catalogue.ts';
import { en } from './search.en.ts';

/** Searching the mailbox. In the language of the page. */
export const searchTexts = catalogue(en, { de: () => import('./search.de.ts').then(({ de }) => de) });
