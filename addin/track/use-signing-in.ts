import { useSyncExternalStore } from 'react';
import { isSignInWindowOpen, watchSignInWindow } from '../outlook/sign-in-window.ts';

/** Whether people are expected to sign in in a window of Outlook's now. */
export function useSigningIn(): boolean {
  return useSyncExternalStore(watchSignInWindow, isSignInWindowOpen);
}
