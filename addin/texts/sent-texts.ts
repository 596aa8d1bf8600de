import { catalogue } from '../../screen/catalogue.ts';
import { en } from './sent.en.ts';

/** The texts of the Sent tab, in the language of Outlook. */
export const sentTexts = catalogue(en, { de: () => import('./sent.de.ts').then(({ de }) => de) });
