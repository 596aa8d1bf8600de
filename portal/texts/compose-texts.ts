import { catalogue } from '../../screen/catalogue.ts';
import { en } from './compose.en.ts';

/** Writing in the portal. In the language of the page. */
export const composeTexts = catalogue(en, { de: () => import('./compose.de.ts').then(({ de }) => de) });
