import { catalogue } from '../../screen/catalogue.ts';
import { en } from './actions.en.ts';

/** What one does with messages in the mailbox. In the language of the page. */
export const actionTexts = catalogue(en, { de: () => import('./actions.de.ts').then(({ de }) => de) });
