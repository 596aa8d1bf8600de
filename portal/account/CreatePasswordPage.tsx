import { Link } from '@fluentui/react-components';
import { useState } from 'react';
import { PageLink } from '../page/PageLink.tsx';
import { PlainPage } from '../page/PlainPage.tsx';
import { passwordTexts } from '../texts/password-texts.ts';
import { CodeForm } from './CodeForm.tsx';
import { FailureBar } from './FailureBar.tsx';
import { SubmitButton } from './SubmitButton.tsx';
import { useFormStyles } from './form-styles.ts';
import { useCodeRequest } from './use-code-request.ts';

interface CreatePasswordPageProps {
  readonly deliveryId: string;
  readonly shortAddress: string;
  /** Whether there is a password already, and a new one is wanted. */
  readonly isEnrolled: boolean;
}

/** Creates a password, or a new one, by a code that is mailed to the recipient of a message. Nothing is mailed before somebody asks for it. */
export function CreatePasswordPage({ deliveryId, shortAddress, isEnrolled }: CreatePasswordPageProps) {
  const styles = useFormStyles();
  const words = passwordTexts.create;
  const request = useCodeRequest(deliveryId);
  // A phone may drop the page while the code is looked up; and a scanner may have had codes mailed until there is a wait.
  const [hasCode, setHasCode] = useState(false);
  return (
    <PlainPage heading={words.heading}>
      {request.validMinutes === null && !hasCode ? (
        <>
          <p className={styles.words}>
            {isEnrolled ? words.newFor(shortAddress) : words.messageFor(shortAddress)} {words.why}
          </p>
          {request.failure ? <FailureBar failure={request.failure} secondsLeft={request.secondsLeft} /> : null}
          <div className={styles.actions}>
            {isEnrolled ? (
              <PageLink className={styles.link} to={`/m/${deliveryId}`}>
                {words.knowPassword}
              </PageLink>
            ) : null}
            <SubmitButton
              label={words.sendCode}
              busyLabel={words.sendingCode}
              isBusy={request.isBusy}
              secondsLeft={request.secondsLeft}
              onClick={request.send}
            />
          </div>
          <p className={styles.quiet}>
            <Link as="button" type="button" inline onClick={() => setHasCode(true)}>
              {words.haveCode}
            </Link>
          </p>
        </>
      ) : (
        <CodeForm deliveryId={deliveryId} shortAddress={shortAddress} request={request} />
      )}
    </PlainPage>
  );
}
