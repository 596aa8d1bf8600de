import type { Language } from '../../contract/language.ts';
import type { Config } from '../config.ts';

/** What every mail of ours is written with: the organisation's settings, and the language of its reader. */
export type Letterhead = Config & { readonly language: Language };
