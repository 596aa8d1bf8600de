import { Field, Input, Link } from '@fluentui/react-components';
import { useState } from 'react';
import { Redirect } from 'wouter';
import { useSettings } from '../../page/settings-context.ts';
import { PlainPage } from '../../page/PlainPage.tsx';
import { Waiting } from '../../page/Waiting.tsx';
import { type Session, useSession } from '../../session/use-session.ts';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { SubmitButton } from '../SubmitButton.tsx';
import { useFormStyles } from '../form-styles.ts';
import { useWait } from '../use-wait.ts';
import { StepFailure } from './StepFailure.tsx';
import { useSecondStep } from './use-second-step.ts';

type Kind = Session['secondStepKinds'][number];

/** Asks somebody who gave the password for the second step; afterwards `next`. */
export function SecondStepPage({ next }: { readonly next: string }) {
  const { state } = useSession();
  if (state.kind === 'checking') return <Waiting />;
  if (state.kind !== 'signedIn') return <Redirect to="/portal/sign-in" replace state={{ next }} />;
  if (state.session.state !== 'second-step') return <Redirect to={next} replace />;
  return <GiveSecondStep kinds={state.session.secondStepKinds} next={next} />;
}

function GiveSecondStep({ kinds, next }: { readonly kinds: readonly Kind[]; readonly next: string }) {
  const styles = useFormStyles();
  const { leave } = useSession();
  const step = useSecondStep(next);
  const secondsLeft = useWait(step.failure);
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'recovery-code');
  const words = secondStepTexts.give;
  const switchTo = { app: words.useApp, passkey: words.usePasskey, 'recovery-code': words.useRecoveryCode };
  return (
    <PlainPage heading={words.heading}>
      <StepFailure failure={step.failure} />
      {kind === 'passkey' ? (
        <div className={styles.form}>
          <p className={styles.words}>{words.passkey}</p>
          <SubmitButton
            label={words.usePasskey}
            busyLabel={words.confirming}
            isBusy={step.isBusy}
            secondsLeft={secondsLeft}
            onClick={() => void step.givePasskey()}
          />
        </div>
      ) : (
        <TypedCode
          key={kind}
          kind={kind}
          isBusy={step.isBusy}
          secondsLeft={secondsLeft}
          onConfirm={(code) => void step.giveCode(kind, code)}
        />
      )}
      {kinds
        .filter((other) => other !== kind)
        .map((other) => (
          <Link key={other} as="button" type="button" className={styles.link} onClick={() => setKind(other)}>
            {switchTo[other]}
          </Link>
        ))}
      <LostBoth />
      <Link as="button" type="button" className={styles.link} onClick={() => void leave().catch(() => undefined)}>
        {words.other}
      </Link>
    </PlainPage>
  );
}

interface TypedCodeProps {
  readonly kind: 'app' | 'recovery-code';
  readonly isBusy: boolean;
  readonly secondsLeft: number;
  readonly onConfirm: (code: string) => void;
}

function TypedCode({ kind, isBusy, secondsLeft, onConfirm }: TypedCodeProps) {
  const styles = useFormStyles();
  const [code, setCode] = useState('');
  const words = secondStepTexts.give;
  const isApp = kind === 'app';
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && secondsLeft === 0 && code.trim() !== '') onConfirm(code);
      }}
    >
      <p className={styles.words}>{isApp ? words.app : words.recovery}</p>
      <Field label={isApp ? words.code : words.recoveryCode}>
        <Input
          className={styles.input}
          autoFocus
          inputMode={isApp ? 'numeric' : 'text'}
          autoComplete={isApp ? 'one-time-code' : 'off'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={40}
          value={code}
          onChange={(_event, { value }) => setCode(value)}
        />
      </Field>
      <div className={styles.actions}>
        <SubmitButton label={words.confirm} busyLabel={words.confirming} isBusy={isBusy} secondsLeft={secondsLeft} />
      </div>
    </form>
  );
}

/** The way back for who has lost everything leads through the organisation. */
function LostBoth() {
  const styles = useFormStyles();
  const { contact } = useSettings().organisation;
  const words = secondStepTexts.give;
  return (
    <div className={styles.quiet}>
      <div>{words.lost}</div>
      <div>{contact === '' ? words.lostNextPlain : words.lostNext(contact)}</div>
    </div>
  );
}
