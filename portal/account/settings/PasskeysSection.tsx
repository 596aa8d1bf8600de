import { useState } from 'react';
import type { OutputOf } from '../../../contract/endpoint.ts';
import { listPasskeys } from '../../../contract/passkeys.ts';
import { call } from '../../api.ts';
import { useSession } from '../../session/use-session.ts';
import { settingsTexts } from '../../texts/settings-texts.ts';
import { useFormStyles } from '../form-styles.ts';
import { PasskeySetup } from '../second-step/PasskeySetup.tsx';
import { RecoveryCodes } from '../second-step/RecoveryCodes.tsx';
import { LoadedSection } from './LoadedSection.tsx';
import { PasskeyLine } from './PasskeyLine.tsx';
import { focusSection } from './focus-section.ts';
import { useListStyles } from './list-styles.ts';

const load = () => call(listPasskeys, {});

/** The passkeys of the account: add, name, remove. */
export function PasskeysSection() {
  const [codes, setCodes] = useState<readonly string[]>([]);
  const styles = useFormStyles();
  const onKept = () => {
    focusSection();
    setCodes([]);
  };
  if (codes.length > 0) return <RecoveryCodes codes={codes} onKept={onKept} />;
  return (
    <>
      <p className={styles.words}>{settingsTexts.passkeys.explain}</p>
      <LoadedSection load={load}>
        {({ passkeys }, reload) => <KnownPasskeys passkeys={passkeys} reload={reload} onCodes={setCodes} />}
      </LoadedSection>
    </>
  );
}

interface KnownPasskeysProps {
  readonly passkeys: OutputOf<typeof listPasskeys>['passkeys'];
  readonly reload: () => void;
  readonly onCodes: (codes: readonly string[]) => void;
}

function KnownPasskeys({ passkeys, reload, onCodes }: KnownPasskeysProps) {
  const styles = useFormStyles();
  const list = useListStyles();
  const { begin } = useSession();
  const words = settingsTexts.passkeys;
  return (
    <>
      {passkeys.length === 0 ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : (
        <ul className={list.list} aria-label={words.list}>
          {passkeys.map((passkey) => (
            <PasskeyLine key={passkey.passkeyId} passkey={passkey} onChanged={reload} />
          ))}
        </ul>
      )}
      <PasskeySetup
        onDone={({ session, recoveryCodes }) => {
          begin(session);
          onCodes(recoveryCodes);
          reload();
        }}
      />
    </>
  );
}
