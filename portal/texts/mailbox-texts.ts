import { catalogue } from '../../screen/catalogue.ts';
import { en } from './mailbox.en.ts';

/** The mailbox and a message that is open. In the language of the page. */
export const mailboxTexts = catalogue(en, { de: () => import('./mailbox.de.ts').then(({ de }) => de) });
