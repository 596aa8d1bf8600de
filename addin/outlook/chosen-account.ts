import type { AccountInfo, IPublicClientApplication } from '@azure/msal-browser';

/** Who signed in by Outlook's window, with the token they got; `endsAt` in milliseconds since 1970. */
export interface ChosenSignIn {
  readonly account: AccountInfo;
  readonly accessToken: string;
  readonly endsAt: number;
}

/** Keeps through a reload of the pane, in the same mailbox and window, whom somebody chose; without storage it is chosen again. */
export function keepChoice({ homeAccountId }: AccountInfo): void {
  inSession((storage, name) => storage.setItem(name, homeAccountId));
}

/** Goes back to Outlook's own account at the next reload. */
export function forgetChoice(): void {
  inSession((storage, name) => storage.removeItem(name));
}

/** The account chosen before a reload, as far as the sign-in library still knows it. */
export function rememberedAccount(msal: IPublicClientApplication): AccountInfo | null {
  const homeAccountId = inSession((storage, name) => storage.getItem(name));
  return homeAccountId ? msal.getAccount({ homeAccountId }) : null;
}

function inSession<T>(access: (storage: Storage, name: string) => T): T | null {
  try {
    return access(sessionStorage, `sealpost.account.${Office.context.mailbox.userProfile.emailAddress}`);
  } catch {
    return null;
  }
}
