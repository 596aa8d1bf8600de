import { catalogue } from '../../screen/catalogue.ts';
import { en } from './second-step.en.ts';

/** The second step and passkeys, in the language of the page. */
export const secondStepTexts = catalogue(en, { de: () => import('./second-step.de.ts').then(({ de }) => de) });
