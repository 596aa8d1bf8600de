import { laterPart } from '../later-part.ts';

/** What sends, fetched beside the reading of the draft, for nobody sends before that. @throws CallError offline */
export const sendingPart = laterPart(() => import('./start-sending.ts'));
