import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { CallError } from '../contract/call.ts';
import { failureText } from './failure-text.ts';
import { Notice } from './Notice.tsx';
import { paneTexts } from './texts/pane-texts.ts';

const PATIENCE_MS = 10_000;

const useStyles = makeStyles({ page: { padding: tokens.spacingHorizontalL } });

type Trying = 'not_yet' | 'now' | 'in_vain';

/** What people see in Outlook where Microsoft's script did not arrive; loads the page anew, once our own server answers. */
export function CutOff() {
  const styles = useStyles();
  const [trying, setTrying] = useState<Trying>('not_yet');
  const tryAgain = async () => {
    setTrying('now');
    // Loaded without a network, the page would leave an empty frame that nobody can try again.
    const isThere = await fetch(location.href, { method: 'HEAD', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) location.reload();
    else setTrying('in_vain');
  };
  const text = trying === 'in_vain' ? failureText(new CallError('offline')) : paneTexts.noScript;
  return (
    <main className={styles.page}>
      <div role="alert">
        <Notice tone="error" {...text}>
          <Button disabledFocusable={trying === 'now'} onClick={() => void tryAgain()}>
            {paneTexts.failed.tryAgain}
          </Button>
        </Notice>
      </div>
    </main>
  );
}
