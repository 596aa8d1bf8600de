import { catalogue } from '../../screen/catalogue.ts';
import { en } from './settings.en.ts';

/** The settings of a reader, in the language of the page. */
export const settingsTexts = catalogue(en, { de: () => import('./settings.de.ts').then(({ de }) => de) });
