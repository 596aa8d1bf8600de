import { makeStyles, tokens } from '@fluentui/react-components';
import { paneTexts } from './texts/pane-texts.ts';

const useStyles = makeStyles({
  page: { padding: tokens.spacingHorizontalXXL, maxWidth: '32em' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** What people see who opened the pane's address in a browser. */
export function OpenInOutlook() {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <h1 className={styles.heading}>{paneTexts.openInOutlook.heading}</h1>
      <p>{paneTexts.openInOutlook.text}</p>
    </main>
  );
}
