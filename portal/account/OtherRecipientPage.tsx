import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { PageLink } from '../page/PageLink.tsx';
import { PlainPage } from '../page/PlainPage.tsx';
import { useSession } from '../session/use-session.ts';
import { passwordTexts } from '../texts/password-texts.ts';
import { useFormStyles } from './form-styles.ts';

interface OtherRecipientPageProps {
  readonly shortAddress: string;
  /** Who is signed in now. */
  readonly address: string;
}

/** Tells somebody who is signed in that a link is for another address, and offers to switch. */
export function OtherRecipientPage({ shortAddress, address }: OtherRecipientPageProps) {
  const styles = useFormStyles();
  const words = passwordTexts.link;
  const session = useSession();
  const [failure, setFailure] = useState<unknown>(null);
  const leave = () => session.leave().catch(setFailure);
  return (
    <PlainPage heading={words.otherHeading}>
      <p className={styles.words}>
        {words.isFor(shortAddress)} {words.youAre(address)}
      </p>
      {failure ? <ErrorBar failure={failure} /> : null}
      <div className={styles.actions}>
        <PageLink className={styles.link} to="/portal/inbox">
          {words.stay}
        </PageLink>
        <Button className={styles.button} appearance="primary" onClick={() => void leave()}>
          {words.switch(shortAddress)}
        </Button>
      </div>
    </PlainPage>
  );
}
