import { laterPart } from '../later-part.ts';

/** What makes a message of a draft, fetched while Outlook is asked for that. @throws CallError offline */
export const shapingPart = laterPart(() => import('./outgoing-message.ts'));
