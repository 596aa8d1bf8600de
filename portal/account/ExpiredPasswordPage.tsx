import { Redirect } from 'wouter';
import { requestPasswordMail } from '../../contract/account.ts';
import { call } from '../api.ts';
import { PageLink } from '../page/PageLink.tsx';
import { passwordTexts } from '../texts/password-texts.ts';
import { SendNewPassword } from './SendNewPassword.tsx';
import { useFormStyles } from './form-styles.ts';

/** Where the right temporary password leads once it has expired. Opened without knowing whose it was, it asks for the address. */
export function ExpiredPasswordPage({ address, next }: { readonly address: string; readonly next: string }) {
  const styles = useFormStyles();
  if (address === '') return <Redirect to="/portal/forgot" replace />;
  return (
    <SendNewPassword
      heading={passwordTexts.expiredPassword.heading}
      sentence={passwordTexts.expiredPassword.sentence(address)}
      sent={passwordTexts.newPassword.sent(address)}
      send={() => call(requestPasswordMail, { address })}
    >
      <PageLink className={styles.link} to="/portal/sign-in" state={{ address, next }}>
        {passwordTexts.forgot.back}
      </PageLink>
    </SendNewPassword>
  );
}
