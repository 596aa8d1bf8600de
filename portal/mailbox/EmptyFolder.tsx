import { makeStyles, tokens } from '@fluentui/react-components';
import type { Folder } from '../../contract/mailbox.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';

const useStyles = makeStyles({
  empty: { padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`, textAlign: 'center' },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  sentence: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
});

/** A folder without messages: what will come here. */
export function EmptyFolder({ folder }: { readonly folder: Folder }) {
  const styles = useStyles();
  const words = mailboxTexts.empty[folder];
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{words.title}</p>
      <p className={styles.sentence}>{words.sentence}</p>
    </div>
  );
}
