import { Spinner } from '@fluentui/react-components';
import { paneTexts } from '../texts/pane-texts.ts';
import { usePageStyles } from '../use-page-styles.ts';

/** Says that a window of Outlook's waits for somebody to sign in. */
export function SignInHint() {
  const page = usePageStyles();
  return (
    <>
      <Spinner size="small" labelPosition="after" label={paneTexts.signInWindow.sentence} />
      <p className={page.text}>{paneTexts.signInWindow.nextStep}</p>
    </>
  );
}
