import { catalogue } from '../catalogue.ts';
import { en } from './screen.en.ts';

/** Failures in words, in the language of the page. */
export const screenTexts = catalogue(en, { de: () => import('./screen.de.ts').then(({ de }) => de) });
