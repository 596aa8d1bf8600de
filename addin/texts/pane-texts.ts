import { catalogue } from '../../screen/catalogue.ts';
import { en } from './pane.en.ts';

/** The task pane's texts, in the language of Outlook. */
export const paneTexts = catalogue(en, { de: () => import('./pane.de.ts').then(({ de }) => de) });
