import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { OutputOf } from '../../../contract/endpoint.ts';
import { limits } from '../../../contract/limits.ts';
import { type listPasskeys, removePasskey, renamePasskey } from '../../../contract/passkeys.ts';
import { formatDay, formatMoment } from '../../../screen/format.ts';
import { call } from '../../api.ts';
import { useSession } from '../../session/use-session.ts';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { StepFailure } from '../second-step/StepFailure.tsx';
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
  const [name, setName] = useState<string | null>(null);
  const action = useProtectedAction();
  const words = settingsTexts.passkeys;
  const { passkeyId } = passkey;
  const rename = async (newName: string) => {
    await call(renamePasskey, { passkeyId, name: newName });
    setName(null);
    onChanged();
  };
  const remove = async () => {
    begin((await call(removePasskey, { passkeyId })).session);
    onChanged();
  };
  return (
    <li className={list.line}>
      {name === null ? (
        <>
          <div className={list.words}>
            <span className={list.name}>{passkey.name}</span>
            <span className={list.fact}>{words.added(formatDay(passkey.createdAt))}</span>
            <span className={list.fact}>
              {passkey.lastUsedAt === null ? words.neverUsed : words.lastUsed(formatMoment(passkey.lastUsedAt))}
            </span>
          </div>
          <div className={list.buttons}>
            <Button className={styles.button} aria-label={words.renameNamed(passkey.name)} onClick={() => setName(passkey.name)}>
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
      ) : (
        <form
          className={list.words}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!action.isBusy && name.trim() !== '') void action.run(() => rename(name));
          }}
        >
          <Field label={secondStepTexts.passkey.name}>
            <Input
              className={styles.input}
              autoFocus
              maxLength={limits.passkeyNameCharacters}
              value={name}
              onChange={(_event, { value }) => setName(value)}
            />
          </Field>
          <div className={styles.actions}>
            <Button className={styles.button} onClick={() => setName(null)}>
              {settingsTexts.cancel}
            </Button>
            <Button className={styles.button} type="submit" appearance="primary" disabledFocusable={action.isBusy}>
              {settingsTexts.save}
            </Button>
          </div>
        </form>
      )}
      <StepFailure failure={action.failure} />
      {action.confirmation}
    </li>
  );
}
