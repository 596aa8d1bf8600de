import { catalogue } from '../../screen/catalogue.ts';
import { en } from './page.en.ts';

/** What stands on every page of the portal, and on pages that belong to no job. In the language of the page. */
export const pageTexts = catalogue(en, { de: () => import('./page.de.ts').then(({ de }) => de) });
