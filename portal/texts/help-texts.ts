import { catalogue } from '../../screen/catalogue.ts';
import { en } from './help.en.ts';

/** The help pages. In the language of the page. */
export const helpTexts = catalogue(en, { de: () => import('./help.de.ts').then(({ de }) => de) });
