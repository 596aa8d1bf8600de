import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { OutputOf } from '../../../contract/endpoint.ts';
import { readSecondStep, removeAuthenticatorApp, renewRecoveryCodes } from '../../../contract/second-step.ts';
import { formatDay } from '../../../screen/format.ts';
import { NoticeBar } from '../../page/NoticeBar.tsx';
import { call } from '../../api.ts';
import { useSession } from '../../session/use-session.ts';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { AppSetup } from '../second-step/AppSetup.tsx';
import { RecoveryCodes } from '../second-step/RecoveryCodes.tsx';
import { StepFailure } from '../second-step/StepFailure.tsx';
import { useProtectedAction } from '../second-step/use-protected-action.tsx';
import { LoadedSection } from './LoadedSection.tsx';
import { SureButton } from './SureButton.tsx';
import { focusSection } from './focus-section.ts';
import { useListStyles } from './list-styles.ts';

const load = () => call(readSecondStep, {});

/** The authenticator app and the recovery codes. */
export function SecondStepSection() {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const styles = useFormStyles();
  const onKept = () => {
    focusSection();
    setCodes(null);
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={onKept} />;
  return (
    <>
      <p className={styles.words}>{settingsTexts.secondStep.explain}</p>
      <LoadedSection load={load}>
        {(known, reload) => <KnownSecondStep known={known} reload={reload} onCodes={setCodes} />}
      </LoadedSection>
    </>
  );
}

interface KnownSecondStepProps {
  readonly known: OutputOf<typeof readSecondStep>;
  readonly reload: () => void;
  readonly onCodes: (codes: readonly string[]) => void;
}

function KnownSecondStep({ known, reload, onCodes }: KnownSecondStepProps) {
  const styles = useFormStyles();
  const list = useListStyles();
  const { begin } = useSession();
  const action = useProtectedAction();
  const words = settingsTexts.secondStep;
  const remove = async () => {
    begin((await call(removeAuthenticatorApp, {})).session);
    reload();
  };
  return (
    <>
      {known.isRequired ? <NoticeBar kind="fact">{words.isRequired}</NoticeBar> : null}
      <StepFailure failure={action.failure} />
      {known.appAddedAt === null ? (
        <>
          {known.isOn ? null : <p className={styles.words}>{words.isOff}</p>}
          <p className={styles.quiet}>{secondStepTexts.app.explain}</p>
          <AppSetup
            onDone={(done) => {
              begin(done.session);
              onCodes(done.recoveryCodes);
            }}
          />
        </>
      ) : (
        <p className={styles.words}>{words.isOn(formatDay(known.appAddedAt))}</p>
      )}
      {known.isOn ? (
        <>
          <p className={styles.words}>{words.codesLeft(known.recoveryCodesLeft)}</p>
          <div className={list.buttons}>
            <Button
              className={styles.button}
              disabledFocusable={action.isBusy}
              onClick={() => void action.run(async () => onCodes((await call(renewRecoveryCodes, {})).recoveryCodes))}
            >
              {words.renew}
            </Button>
            {known.appAddedAt === null ? null : (
              <SureButton
                label={words.remove}
                title={words.removeSure}
                explain={words.removeExplain}
                onSure={() => void action.run(remove)}
              />
            )}
          </div>
        </>
      ) : null}
      {action.confirmation}
    </>
  );
}
