import { catalogue } from '../../screen/catalogue.ts';
import { en } from './account.en.ts';

/** The way in: enrolling, signing in, passwords. In the language of the page. */
export const accountTexts = catalogue(en, { de: () => import('./account.de.ts').then(({ de }) => de) });
