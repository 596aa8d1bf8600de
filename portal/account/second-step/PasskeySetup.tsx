import { Button } from '@fluentui/react-components';
import { addPasskey, offerPasskey } from '../../../contract/passkeys.ts';
import { call } from '../../api.ts';
import type { Session } from '../../session/use-session.ts';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { PasskeyNameForm } from './PasskeyNameForm.tsx';
import { knowsPasskeys, makePasskey } from './ask-passkey.ts';
import { useNaming } from './use-naming.ts';
import { useProtectedAction } from './use-protected-action.tsx';

interface PasskeySetupProps {
  readonly onDone: (done: { readonly recoveryCodes: readonly string[]; readonly session: Session }) => void;
}

/** Makes a passkey in this browser, under a name. */
export function PasskeySetup({ onDone }: PasskeySetupProps) {
  const styles = useFormStyles();
  const words = secondStepTexts.passkey;
  const naming = useNaming();
  const action = useProtectedAction();
  if (!knowsPasskeys()) return <p className={styles.quiet}>{words.notSupported}</p>;
  if (!naming.isNaming) {
    return (
      <div>
        <Button className={styles.button} autoFocus={naming.hasEnded} onClick={naming.begin}>
          {words.start}
        </Button>
      </div>
    );
  }
  const add = async (name: string) => {
    const answer = await makePasskey(await call(offerPasskey, {}));
    onDone(await call(addPasskey, { name, answer }));
    naming.end();
  };
  return (
    <>
      <PasskeyNameForm
        suggested={words.suggested}
        submit={words.add}
        isBusy={action.isBusy}
        failure={action.failure}
        onName={(name) => void action.run(() => add(name))}
        onCancel={naming.end}
      />
      {action.confirmation}
    </>
  );
}
