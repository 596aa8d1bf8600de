import { Button, Spinner } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { giveUpSignInWindow, isSignInWindowOpen, watchSignInWindow } from '../outlook/sign-in-window.ts';
import { paneTexts } from '../texts/pane-texts.ts';
import { usePageStyles } from '../use-page-styles.ts';
import { SignInHint } from '../SignInHint.tsx';

/** While the message is read from Outlook, and while people sign in for that. */
export function ReadingDraft() {
  const page = usePageStyles();
  const isSigningIn = useSyncExternalStore(watchSignInWindow, isSignInWindowOpen);
  return (
    <>
      <div className={page.content} role="status">
        {isSigningIn ? <SignInHint /> : <Spinner size="small" labelPosition="after" label={paneTexts.reading} />}
      </div>
      {isSigningIn ? (
        <div className={page.actions}>
          <Button size="large" onClick={giveUpSignInWindow}>
            {paneTexts.signInWindow.cancel}
          </Button>
        </div>
      ) : null}
    </>
  );
}
