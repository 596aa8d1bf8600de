import { laterPart } from '../later-part.ts';

/** What reads files to compare them, fetched when a message looks like one whose outcome is not known. @throws CallError offline */
export const digestingPart = laterPart(() => import('./read-digests.ts'));
