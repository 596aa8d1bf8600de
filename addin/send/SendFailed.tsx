import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { failureText, isOfTheAccount } from '../failure-text.ts';
import { Notice } from '../Notice.tsx';
import { paneTexts } from '../texts/pane-texts.ts';
import { usePageStyles } from '../use-page-styles.ts';

const useStyles = makeStyles({ second: { marginTop: tokens.spacingVerticalS } });

interface SendFailedProps {
  readonly failure: unknown;
  /** It failed while sending, not while reading. */
  readonly wasSending: boolean;
  readonly onRetry: () => void;
  readonly onOtherAccount: () => void;
}

/** What went wrong, and the way to try again without sending twice. */
export function SendFailed({ failure, wasSending, onRetry, onOtherAccount }: SendFailedProps) {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <>
      <div className={page.content} role="alert">
        <Notice tone="error" {...failureText(failure)} />
        {wasSending ? <p className={page.text}>{paneTexts.failed.neverTwice}</p> : null}
      </div>
      <div className={page.actions}>
        <Button appearance="primary" size="large" onClick={onRetry}>
          {paneTexts.failed.tryAgain}
        </Button>
        {isOfTheAccount(failure) ? (
          <Button className={styles.second} size="large" onClick={onOtherAccount}>
            {paneTexts.failed.otherAccount}
          </Button>
        ) : null}
      </div>
    </>
  );
}
