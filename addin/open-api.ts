import { readPageSettings } from '../screen/read-page-settings.ts';
import { type Api, createApi } from './api.ts';
import { createSignIn } from './outlook/sign-in.ts';
import { paneSettings } from './pane-settings.ts';

/** The pane's access to the server that this page came from. */
export function openApi(whenInOutlook: Promise<boolean>): Api {
  const settings = readPageSettings(paneSettings);
  return createApi(createSignIn(settings.staff, whenInOutlook));
}
