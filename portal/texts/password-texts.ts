import { catalogue } from '../../screen/catalogue.ts';
import { en } from './password.en.ts';

/** Getting a password and proving whose it is. In the language of the page. */
export const passwordTexts = catalogue(en, { de: () => import('./password.de.ts').then(({ de }) => de) });
