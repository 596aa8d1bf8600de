import { Button, makeStyles } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons';
import { useLocation } from 'wouter';
import { accountTexts } from '../texts/account-texts.ts';

const useStyles = makeStyles({ button: { minHeight: '44px', minWidth: '44px', flexShrink: 0 } });

/** The gear: the way to the settings. */
export function SettingsButton() {
  const styles = useStyles();
  const [, navigate] = useLocation();
  return (
    <Button
      className={styles.button}
      appearance="subtle"
      icon={<SettingsRegular />}
      aria-label={accountTexts.menu.settings}
      title={accountTexts.menu.settings}
      onClick={() => navigate('/portal/settings')}
    />
  );
}
