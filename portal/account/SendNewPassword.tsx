import { type ReactNode, useState } from 'react';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { PlainPage } from '../page/PlainPage.tsx';
import { passwordTexts } from '../texts/password-texts.ts';
import { FailureBar } from './FailureBar.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { useFormStyles } from './form-styles.ts';
import { useWait } from './use-wait.ts';

interface SendNewPasswordProps {
  readonly heading: string;
  readonly sentence: string;
  /** What is said once the mail is owed. */
  readonly sent: string;
  readonly send: () => Promise<unknown>;
  /** The way on, and back: a link to sign in. */
  readonly children: ReactNode;
}

type State = { readonly kind: 'ready'; readonly failure: unknown } | { readonly kind: 'sending' } | { readonly kind: 'sent' };

/** One click mails a new temporary password. */
export function SendNewPassword({ heading, sentence, sent, send, children }: SendNewPasswordProps) {
  const styles = useFormStyles();
  const [state, setState] = useState<State>({ kind: 'ready', failure: null });
  const failure = state.kind === 'ready' ? state.failure : null;
  const secondsLeft = useWait(failure);
  const start = () => {
    if (state.kind === 'sending' || secondsLeft > 0) return;
    setState({ kind: 'sending' });
    send().then(
      () => setState({ kind: 'sent' }),
      (thrown: unknown) => setState({ kind: 'ready', failure: thrown }),
    );
  };
  if (state.kind === 'sent')
    return (
      <PlainPage heading={heading}>
        <NoticeBar kind="done">{sent}</NoticeBar>
        <p className={styles.quiet}>{passwordTexts.forgot.soon}</p>
        {children}
      </PlainPage>
    );
  return (
    <PlainPage heading={heading}>
      <p className={styles.words}>{sentence}</p>
      {failure ? <FailureBar failure={failure} secondsLeft={secondsLeft} /> : null}
      <div className={styles.actions}>
        {children}
        <SubmitButton
          label={passwordTexts.forgot.send}
          busyLabel={passwordTexts.forgot.sending}
          isBusy={state.kind === 'sending'}
          secondsLeft={secondsLeft}
          onClick={start}
        />
      </div>
    </PlainPage>
  );
}
