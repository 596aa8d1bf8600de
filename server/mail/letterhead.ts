import type { Language } from '../../contract/language.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';

/** What every mail of ours is written with: the organisation's settings, and the language of its reader. */
export type Letterhead = Config & { readonly language: Language };

/** The context with the letterhead in place of the settings. */
export type MailContext = Omit<Context, 'config'> & { readonly config: Letterhead };
