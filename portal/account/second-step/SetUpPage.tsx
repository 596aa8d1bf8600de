import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { PlainPage } from '../../page/PlainPage.tsx';
import { Waiting } from '../../page/Waiting.tsx';
import { useSettings } from '../../page/settings-context.ts';
import { type Session, useSession } from '../../session/use-session.ts';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { AppSetup } from './AppSetup.tsx';
import { PasskeySetup } from './PasskeySetup.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';

const useStyles = makeStyles({
  choice: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

interface Done {
  readonly recoveryCodes: readonly string[];
  readonly session: Session;
}

/** Where the organisation requires a second step and there is none yet: sets one up, then `next`. */
export function SetUpPage({ next }: { readonly next: string }) {
  const { state, begin, leave } = useSession();
  const [, navigate] = useLocation();
  const styles = useFormStyles();
  const own = useStyles();
  const { organisation } = useSettings();
  const [done, setDone] = useState<Done | null>(null);
  const words = secondStepTexts.setUp;
  if (done) {
    const goOn = () => {
      begin(done.session);
      navigate(next, { replace: true });
    };
    return (
      <PlainPage heading={words.heading}>
        <RecoveryCodes codes={done.recoveryCodes} onKept={goOn} />
      </PlainPage>
    );
  }
  if (state.kind === 'checking') return <Waiting />;
  if (state.kind !== 'signedIn') return <Redirect to="/portal/sign-in" replace state={{ next }} />;
  if (state.session.state !== 'second-step-setup') return <Redirect to={next} replace />;
  return (
    <PlainPage heading={words.heading}>
      <p className={styles.words}>{words.why(organisation.name)}</p>
      <p className={styles.words}>{words.howTo}</p>
      <section className={own.choice}>
        <h2 className={own.title}>{secondStepTexts.app.title}</h2>
        <p className={styles.quiet}>{secondStepTexts.app.explain}</p>
        <AppSetup onDone={setDone} />
      </section>
      <section className={own.choice}>
        <h2 className={own.title}>{secondStepTexts.passkey.title}</h2>
        <p className={styles.quiet}>{secondStepTexts.passkey.explain}</p>
        <PasskeySetup onDone={setDone} />
      </section>
      <Link as="button" type="button" className={styles.link} onClick={() => void leave().catch(() => undefined)}>
        {words.later}
      </Link>
    </PlainPage>
  );
}
