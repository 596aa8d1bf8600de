import { Button } from '@fluentui/react-components';
import { PageLink } from '../page/PageLink.tsx';
import { accountTexts } from '../texts/account-texts.ts';
import { EmailField } from './EmailField.tsx';
import { RememberAddress } from './RememberAddress.tsx';
import { useFormStyles } from './form-styles.ts';

interface AddressStepProps {
  readonly address: string;
  readonly onChange: (address: string) => void;
  readonly isWrong: boolean;
  readonly onNext: () => void;
  readonly next: string;
  readonly isRemembered: boolean;
  readonly onRemember: (isRemembered: boolean) => void;
}

/** First step of signing in: who are you. */
export function AddressStep({ address, onChange, isWrong, onNext, next, isRemembered, onRemember }: AddressStepProps) {
  const styles = useFormStyles();
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <EmailField value={address} onChange={onChange} isWrong={isWrong} />
      <RememberAddress isOn={isRemembered} onChange={onRemember} />
      <div className={styles.actions}>
        <PageLink className={styles.link} to="/portal/forgot" state={{ address, next }}>
          {accountTexts.signIn.forgot}
        </PageLink>
        <Button className={styles.button} type="submit" appearance="primary">
          {accountTexts.signIn.next}
        </Button>
      </div>
    </form>
  );
}
