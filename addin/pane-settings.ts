import * as z from 'zod/mini';
import { pageSettings } from '../screen/read-page-settings.ts';

/** What the server tells the pane: the organisation, and where staff sign in. */
export const paneSettings = z.extend(pageSettings, {
  staff: z.object({ clientId: z.string(), authority: z.string(), scope: z.string() }),
});
