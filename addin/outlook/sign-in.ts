import type { AccountInfo, AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { type ChosenSignIn, forgetChoice, keepChoice, rememberedAccount } from './chosen-account.ts';
import { knows } from './compose-item.ts';
import { OutlookError } from './outlook-error.ts';
import { signInFailure } from './sign-in-failure.ts';
import { throughWindow } from './sign-in-window.ts';
import { within } from './within.ts';

export interface StaffSignIn {
  readonly clientId: string;
  readonly authority: string;
  readonly scope: string;
}

/** `kept`: a token from before is good enough. `fresh`: none from before. `window`: let people choose whom to sign in. */
export type TokenWish = 'kept' | 'fresh' | 'window';

/** With `isQuiet` no window is opened: what nobody is waiting for fails instead. */
export type GetAccessToken = (wish?: TokenWish, isQuiet?: boolean) => Promise<string>;

const SILENT_PATIENCE_MS = 45_000;
/** A token that ends sooner is as good as ended. */
const LEFT_AT_LEAST_MS = 300_000;

interface Session {
  readonly msal: IPublicClientApplication;
  readonly scope: string;
  /** Who signed in by a window, until somebody else does. */
  chosen: ChosenSignIn | null;
}

/** Signs the person at this Outlook in with their Microsoft Entra ID account (nested app authentication): silently, else in a window of Outlook's,
 *  and from then on as whoever signed in there. The answer is an access token for our own server; the library is loaded beside everything else,
 *  and asked once `whenInOutlook` says yes.
 *  @throws OutlookError sign_in_unsupported | sign_in_cancelled | sign_in_not_allowed | sign_in_unavailable | sign_in_failed */
export function createSignIn(settings: StaffSignIn, whenInOutlook: Promise<boolean>): GetAccessToken {
  let opening = openSession(settings, whenInOutlook);
  const signingIn = new Map<string, Promise<string>>();
  opening.catch(() => undefined);
  return async (wish = 'kept', isQuiet = false) => {
    const session = await opening.catch(() => (opening = openSession(settings, whenInOutlook)));
    const name = `${wish} ${isQuiet}`;
    const known = signingIn.get(name);
    if (known) return known;
    const asking = acquireToken(session, wish, isQuiet).finally(() => signingIn.delete(name));
    signingIn.set(name, asking);
    return asking;
  };
}

async function openSession({ clientId, authority, scope }: StaffSignIn, whenInOutlook: Promise<boolean>): Promise<Session> {
  const loading = import('@azure/msal-browser');
  loading.catch(() => undefined);
  if (!(await whenInOutlook) || !knows('NestedAppAuth', '1.1')) throw new OutlookError('sign_in_unsupported');
  try {
    const { createNestablePublicClientApplication } = await loading;
    // The library takes no authority without https, and inside Outlook it asks none.
    const auth = authority.startsWith('https://') ? { clientId, authority: `${authority}/organizations` } : { clientId };
    const msal = await inTime(createNestablePublicClientApplication({ auth }));
    const account = rememberedAccount(msal);
    return { msal, scope, chosen: account && { account, accessToken: '', endsAt: 0 } };
  } catch (cause) {
    throw signInFailure(cause);
  }
}

async function acquireToken(session: Session, wish: TokenWish, isQuiet: boolean): Promise<string> {
  try {
    const token = wish === 'window' ? null : await silently(session, wish);
    if (token !== null) return token;
    if (isQuiet) throw new OutlookError('sign_in_cancelled');
    const wanted = wish === 'window' || !session.chosen ? {} : { account: session.chosen.account };
    return keep(session, await throughWindow(session.msal.acquireTokenPopup({ scopes: [session.scope], ...wanted })));
  } catch (cause) {
    throw signInFailure(cause);
  }
}

/** A token without asking anybody; null where people have to show who they are. */
async function silently(session: Session, wish: TokenWish): Promise<string | null> {
  const { msal, scope, chosen } = session;
  const { CacheLookupPolicy, InteractionRequiredAuthError } = await import('@azure/msal-browser');
  if (chosen && wish === 'kept' && chosen.endsAt > Date.now() + LEFT_AT_LEAST_MS) return chosen.accessToken;
  // The library's own cache knows Outlook's account only.
  const whom = chosen ? { account: chosen.account, cacheLookupPolicy: CacheLookupPolicy.Skip } : {};
  try {
    const result = await inTime(msal.acquireTokenSilent({ scopes: [scope], forceRefresh: wish === 'fresh', ...whom }));
    if (!chosen) return result.accessToken;
    return isSame(result.account, chosen.account) ? keep(session, result) : null;
  } catch (cause) {
    if (cause instanceof InteractionRequiredAuthError) return null;
    if (!chosen || !isGone(cause)) throw cause;
    session.chosen = null;
    forgetChoice();
    return null;
  }
}

/** From now on this is who the pane speaks for. */
function keep(session: Session, { account, accessToken, expiresOn }: AuthenticationResult): string {
  session.chosen = { account, accessToken, endsAt: expiresOn?.getTime() ?? 0 };
  keepChoice(account);
  return accessToken;
}

function isSame(one: AccountInfo, other: AccountInfo): boolean {
  return one.homeAccountId === other.homeAccountId;
}

/** Outlook does not know the account any more. */
function isGone(cause: unknown): boolean {
  return cause instanceof Error && (cause as Error & { errorCode?: string }).errorCode === 'no_account_found';
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  return within(answer, SILENT_PATIENCE_MS, () => new OutlookError('sign_in_unavailable'));
}
