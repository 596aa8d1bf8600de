import { Spinner, makeStyles } from '@fluentui/react-components';
import { paneTexts } from './texts/pane-texts.ts';
import { usePageStyles } from './use-page-styles.ts';

const useStyles = makeStyles({ spinner: { alignSelf: 'flex-start' } });

/** Says that a window of Outlook's waits for somebody to sign in. */
export function SignInHint() {
  const page = usePageStyles();
  const styles = useStyles();
  return (
    <>
      <Spinner className={styles.spinner} size="small" labelPosition="after" label={paneTexts.signInWindow.sentence} />
      <p className={page.text}>{paneTexts.signInWindow.nextStep}</p>
    </>
  );
}
