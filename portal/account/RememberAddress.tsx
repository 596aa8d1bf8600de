import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { accountTexts } from '../texts/account-texts.ts';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '44px', cursor: 'pointer' },
  box: { width: '20px', height: '20px', margin: 0, flexShrink: 0, accentColor: tokens.colorBrandBackground },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase300 },
});

interface RememberAddressProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Lets this browser remember the address; the browser's own box, since this page is the first that anybody waits for. */
export function RememberAddress({ isOn, onChange }: RememberAddressProps) {
  const styles = useStyles();
  const hint = useId();
  return (
    <div>
      <label className={styles.line}>
        <input
          type="checkbox"
          className={styles.box}
          checked={isOn}
          aria-describedby={hint}
          onChange={(event) => onChange(event.target.checked)}
        />
        {accountTexts.signIn.remember}
      </label>
      <p id={hint} className={styles.hint}>
        {accountTexts.signIn.rememberWhere}
      </p>
    </div>
  );
}
