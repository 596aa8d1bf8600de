import { Redirect } from 'wouter';
import { requestPasswordMail } from '../../contract/account.ts';
import { call } from '../api.ts';
import { PageLink } from '../page/PageLink.tsx';
import { accountTexts } from '../texts/account-texts.ts';
import { SendNewPassword } from './SendNewPassword.tsx';
import { useFormStyles } from './form-styles.ts';

/** Where the right temporary password leads once it has expired. Opened without knowing whose it was, it asks for the address. */
export function ExpiredPasswordPage({ address, next }: { readonly address: string; readonly next: string }) {
  const styles = useFormStyles();
  if (address === '') return <Redirect to="/portal/forgot" replace />;
  return (
    <SendNewPassword
      heading={accountTexts.expiredPassword.heading}
      sentence={accountTexts.expiredPassword.sentence(address)}
      sent={accountTexts.newPassword.sent(address)}
      send={() => call(requestPasswordMail, { address })}
    >
      <PageLink className={styles.link} to="/portal/sign-in" state={{ address, next }}>
        {accountTexts.forgot.back}
      </PageLink>
    </SendNewPassword>
  );
}
