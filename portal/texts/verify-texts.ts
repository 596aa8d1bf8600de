import { catalogue } from '../../screen/catalogue.ts';
import { en } from './verify.en.ts';

/** Checking a verification code. In the language of the page. */
export const verifyTexts = catalogue(en, { de: () => import('./verify.de.ts').then(({ de }) => de) });
