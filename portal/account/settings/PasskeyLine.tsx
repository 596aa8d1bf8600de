import { Button } from '@fluentui/react-components';
import type { OutputOf } from '../../../contract/endpoint.ts';
import { type listPasskeys, removePasskey, renamePasskey } from '../../../contract/passkeys.ts';
import { formatDay, formatMoment } from '../../../screen/format.ts';
import { call } from '../../api.ts';
import { useSession } from '../../session/use-session.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { PasskeyNameForm } from '../second-step/PasskeyNameForm.tsx';
import { StepFailure } from '../second-step/StepFailure.tsx';
import { useNaming } from '../second-step/use-naming.ts';
import { useProtectedAction } from '../second-step/use-protected-action.tsx';
import { SureButton } from './SureButton.tsx';
import { useListStyles } from './list-styles.ts';

interface PasskeyLineProps {
  readonly passkey: OutputOf<typeof listPasskeys>['passkeys'][number];
  readonly onChanged: () => void;
}

/** One passkey: its name and when it was used, to be renamed or removed. */
export function PasskeyLine({ passkey, onChanged }: PasskeyLineProps) {
  const styles = useFormStyles();
  const list = useListStyles();
  const { begin } = useSession();
  const naming = useNaming();
  const action = useProtectedAction();
  const words = settingsTexts.passkeys;
  const { passkeyId } = passkey;
  const rename = async (name: string) => {
    await call(renamePasskey, { passkeyId, name });
    naming.end();
    onChanged();
  };
  const remove = async () => {
    begin((await call(removePasskey, { passkeyId })).session);
    onChanged();
  };
  return (
    <li className={list.line}>
      {naming.isNaming ? (
        <div className={list.words}>
          <PasskeyNameForm
            suggested={passkey.name}
            submit={settingsTexts.save}
            isBusy={action.isBusy}
            failure={action.failure}
            onName={(name) => void action.run(() => rename(name))}
            onCancel={naming.end}
          />
        </div>
      ) : (
        <>
          <div className={list.words}>
            <span className={list.name}>{passkey.name}</span>
            <span className={list.fact}>{words.added(formatDay(passkey.createdAt))}</span>
            <span className={list.fact}>
              {passkey.lastUsedAt === null ? words.neverUsed : words.lastUsed(formatMoment(passkey.lastUsedAt))}
            </span>
          </div>
          <div className={list.buttons}>
            <Button
              className={styles.button}
              aria-label={words.renameNamed(passkey.name)}
              autoFocus={naming.hasEnded}
              onClick={naming.begin}
            >
              {words.rename}
            </Button>
            <SureButton
              label={settingsTexts.remove}
              name={words.removeNamed(passkey.name)}
              title={words.removeSure(passkey.name)}
              explain={words.removeExplain}
              onSure={() => void action.run(remove)}
            />
          </div>
        </>
      )}
      {naming.isNaming ? null : <StepFailure failure={action.failure} />}
      {action.confirmation}
    </li>
  );
}
