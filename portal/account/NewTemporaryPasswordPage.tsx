import { requestPasswordMailByLink } from '../../contract/account.ts';
import { call } from '../api.ts';
import { PageLink } from '../page/PageLink.tsx';
import { passwordTexts } from '../texts/password-texts.ts';
import { SendNewPassword } from './SendNewPassword.tsx';
import { useFormStyles } from './form-styles.ts';

interface NewTemporaryPasswordPageProps {
  readonly deliveryId: string;
  readonly shortAddress: string;
}

/** *Request a new one* for a recipient who has not chosen a password yet and comes in by a temporary one. */
export function NewTemporaryPasswordPage({ deliveryId, shortAddress }: NewTemporaryPasswordPageProps) {
  const styles = useFormStyles();
  const words = passwordTexts.newPassword;
  return (
    <SendNewPassword
      heading={words.heading}
      sentence={words.sentence(shortAddress)}
      sent={words.sent(shortAddress)}
      send={() => call(requestPasswordMailByLink, { deliveryId })}
    >
      <PageLink className={styles.link} to={`/m/${deliveryId}`}>
        {passwordTexts.create.knowPassword}
      </PageLink>
    </SendNewPassword>
  );
}
