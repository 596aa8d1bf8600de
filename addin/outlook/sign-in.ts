import type { IPublicClientApplication } from '@azure/msal-browser';
import { knows } from './compose-item.ts';
import { OutlookError } from './outlook-error.ts';

export interface StaffSignIn {
  readonly clientId: string;
  readonly authority: string;
  readonly scope: string;
}

export type GetAccessToken = (isFresh?: boolean) => Promise<string>;

/** Signs the person at this Outlook in with their Microsoft Entra ID account (nested app authentication): silently, else in a window of Outlook's.
 *  The answer is an access token for our own server; the library is loaded beside everything else,
 *  and asked once `whenInOutlook` says yes.
 *  @throws OutlookError sign_in_unsupported | sign_in_cancelled | sign_in_failed */
export function createSignIn(settings: StaffSignIn, whenInOutlook: Promise<boolean>): GetAccessToken {
  let opening = openMsal(settings, whenInOutlook);
  let signingIn: Promise<string> | null = null;
  opening.catch(() => undefined);
  return async (isFresh = false) => {
    const msal = await opening.catch(() => (opening = openMsal(settings, whenInOutlook)));
    signingIn ??= acquireToken(msal, settings.scope, isFresh).finally(() => (signingIn = null));
    return signingIn;
  };
}

async function openMsal(
  { clientId, authority }: StaffSignIn,
  whenInOutlook: Promise<boolean>,
): Promise<IPublicClientApplication> {
  const loading = import('@azure/msal-browser');
  loading.catch(() => undefined);
  if (!(await whenInOutlook) || !knows('NestedAppAuth', '1.1')) throw new OutlookError('sign_in_unsupported');
  try {
    const { createNestablePublicClientApplication } = await loading;
    // The library takes no authority without https, and inside Outlook it asks none.
    const auth = authority.startsWith('https://') ? { clientId, authority: `${authority}/organizations` } : { clientId };
    return await createNestablePublicClientApplication({ auth });
  } catch (cause) {
    throw new OutlookError('sign_in_failed', cause);
  }
}

async function acquireToken(msal: IPublicClientApplication, scope: string, forceRefresh: boolean): Promise<string> {
  const { InteractionRequiredAuthError } = await import('@azure/msal-browser');
  const request = { scopes: [scope] };
  try {
    return (await msal.acquireTokenSilent({ ...request, forceRefresh })).accessToken;
  } catch (cause) {
    if (!(cause instanceof InteractionRequiredAuthError)) throw new OutlookError('sign_in_failed', cause);
  }
  try {
    return (await msal.acquireTokenPopup(request)).accessToken;
  } catch (cause) {
    throw new OutlookError(wasCancelled(cause) ? 'sign_in_cancelled' : 'sign_in_failed', cause);
  }
}

function wasCancelled(cause: unknown): boolean {
  return cause instanceof Error && 'errorCode' in cause && /cancel/i.test(String(cause.errorCode));
}
