import { type ReactNode, type SubmitEvent, useState } from 'react';
import { requestPasswordMail } from '../../contract/account.ts';
import { normaliseAddress } from '../../contract/address.ts';
import { call } from '../api.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { PageLink } from '../page/PageLink.tsx';
import { PlainPage } from '../page/PlainPage.tsx';
import { passwordTexts } from '../texts/password-texts.ts';
import { EmailField } from './EmailField.tsx';
import { FailureBar } from './FailureBar.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { useFormStyles } from './form-styles.ts';
import { useWait } from './use-wait.ts';

type State =
  | { readonly kind: 'typing'; readonly isWrong: boolean; readonly failure: unknown }
  | { readonly kind: 'sending' }
  | { readonly kind: 'sent'; readonly validMinutes: number | null };

/** Asks for a mail with a link to set a new password. The answer is the same for every address. */
export function ForgotPage({ address: known, next }: { readonly address: string; readonly next: string }) {
  const styles = useFormStyles();
  const [address, setAddress] = useState(known);
  const [state, setState] = useState<State>({ kind: 'typing', isWrong: false, failure: null });
  const secondsLeft = useWait(state.kind === 'typing' ? state.failure : null);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (state.kind === 'sending' || secondsLeft > 0) return;
    if (normaliseAddress(address) === null) return setState({ kind: 'typing', isWrong: true, failure: null });
    setState({ kind: 'sending' });
    try {
      const { validMinutes } = await call(requestPasswordMail, { address });
      setState({ kind: 'sent', validMinutes });
    } catch (failure) {
      setState({ kind: 'typing', isWrong: false, failure });
    }
  };
  const back = (
    <PageLink className={styles.link} to="/portal/sign-in" state={{ address, next }}>
      {passwordTexts.forgot.back}
    </PageLink>
  );
  if (state.kind === 'sent') return <MailSent validMinutes={state.validMinutes}>{back}</MailSent>;
  return (
    <PlainPage heading={passwordTexts.forgot.heading}>
      <p className={styles.words}>{passwordTexts.forgot.sentence}</p>
      <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
        {state.kind === 'typing' && state.failure ? <FailureBar failure={state.failure} secondsLeft={secondsLeft} /> : null}
        <EmailField value={address} onChange={setAddress} isWrong={state.kind === 'typing' && state.isWrong} />
        <div className={styles.actions}>
          {back}
          <SubmitButton
            label={passwordTexts.forgot.send}
            busyLabel={passwordTexts.forgot.sending}
            isBusy={state.kind === 'sending'}
            secondsLeft={secondsLeft}
          />
        </div>
      </form>
    </PlainPage>
  );
}

function MailSent({ validMinutes, children }: { readonly validMinutes: number | null; readonly children: ReactNode }) {
  const styles = useFormStyles();
  return (
    <PlainPage heading={passwordTexts.forgot.heading}>
      <NoticeBar kind="done">{passwordTexts.forgot.sent}</NoticeBar>
      <p className={styles.quiet}>
        {validMinutes === null ? passwordTexts.forgot.soon : passwordTexts.forgot.sentMore(validMinutes)}
      </p>
      {children}
    </PlainPage>
  );
}
