import type { IPublicClientApplication } from '@azure/msal-browser';
import { knows } from './compose-item.ts';
import { OutlookError } from './outlook-error.ts';
import { signInFailure } from './sign-in-failure.ts';
import { within } from './within.ts';

export interface StaffSignIn {
  readonly clientId: string;
  readonly authority: string;
  readonly scope: string;
}

/** `kept`: a token from before is good enough. `fresh`: none from before. `window`: let people choose whom to sign in. */
export type TokenWish = 'kept' | 'fresh' | 'window';

export type GetAccessToken = (wish?: TokenWish) => Promise<string>;

const SILENT_PATIENCE_MS = 45_000;
/** People may have to look for their phone. */
const WINDOW_PATIENCE_MS = 600_000;

/** Signs the person at this Outlook in with their Microsoft Entra ID account (nested app authentication): silently, else in a window of Outlook's.
 *  The answer is an access token for our own server; the library is loaded beside everything else,
 *  and asked once `whenInOutlook` says yes.
 *  @throws OutlookError sign_in_unsupported | sign_in_cancelled | sign_in_not_allowed | sign_in_unavailable | sign_in_failed */
export function createSignIn(settings: StaffSignIn, whenInOutlook: Promise<boolean>): GetAccessToken {
  let opening = openMsal(settings, whenInOutlook);
  const signingIn = new Map<TokenWish, Promise<string>>();
  opening.catch(() => undefined);
  return async (wish = 'kept') => {
    const msal = await opening.catch(() => (opening = openMsal(settings, whenInOutlook)));
    const known = signingIn.get(wish);
    if (known) return known;
    const asking = acquireToken(msal, settings.scope, wish).finally(() => signingIn.delete(wish));
    signingIn.set(wish, asking);
    return asking;
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
    return await inTime(createNestablePublicClientApplication({ auth }), SILENT_PATIENCE_MS);
  } catch (cause) {
    throw signInFailure(cause);
  }
}

async function acquireToken(msal: IPublicClientApplication, scope: string, wish: TokenWish): Promise<string> {
  const { InteractionRequiredAuthError } = await import('@azure/msal-browser');
  const request = { scopes: [scope] };
  try {
    if (wish !== 'window') {
      const silent = msal.acquireTokenSilent({ ...request, forceRefresh: wish === 'fresh' });
      return (await inTime(silent, SILENT_PATIENCE_MS)).accessToken;
    }
  } catch (cause) {
    if (!(cause instanceof InteractionRequiredAuthError)) throw signInFailure(cause);
  }
  try {
    return (await inTime(msal.acquireTokenPopup(request), WINDOW_PATIENCE_MS)).accessToken;
  } catch (cause) {
    throw signInFailure(cause);
  }
}

function inTime<T>(answer: Promise<T>, patienceMs: number): Promise<T> {
  return within(answer, patienceMs, () => new OutlookError('sign_in_unavailable'));
}
