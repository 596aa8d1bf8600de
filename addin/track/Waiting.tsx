import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { giveUpSignInWindow } from '../outlook/sign-in-window.ts';
import { SignInHint } from '../SignInHint.tsx';
import { paneTexts } from '../texts/pane-texts.ts';
import { useSigningIn } from './use-signing-in.ts';

const useStyles = makeStyles({
  waiting: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  hint: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
});

/** What is waited for; while somebody has to sign in for it, that and a way to give it up. */
export function Waiting({ label }: { readonly label?: string }) {
  const styles = useStyles();
  const isSigningIn = useSigningIn();
  return (
    <div className={styles.waiting}>
      <div role="status" className={styles.hint}>
        {isSigningIn ? <SignInHint /> : null}
        {isSigningIn || label === undefined ? null : <Spinner size="small" labelPosition="after" label={label} />}
      </div>
      {isSigningIn ? <Button onClick={giveUpSignInWindow}>{paneTexts.signInWindow.cancel}</Button> : null}
    </div>
  );
}
