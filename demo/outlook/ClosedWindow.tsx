import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  box: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0 },
});

interface ClosedWindowProps {
  readonly isDiscarded: boolean;
  readonly onNewDraft: () => void;
}

/** What is left when the compose window has closed. */
export function ClosedWindow({ isDiscarded, onNewDraft }: ClosedWindowProps) {
  const styles = useStyles();
  return (
    <section className={styles.box}>
      <h2 className={styles.heading}>The compose window is closed</h2>
      <p className={styles.text}>{isDiscarded ? 'Outlook threw the draft away.' : 'Outlook kept the draft.'}</p>
      <p className={styles.text}>
        <Link href="/demo/mail?newest=notification">Open the recipient's mail</Link>
      </p>
      <Button appearance="primary" onClick={onNewDraft}>
        Write another message
      </Button>
    </section>
  );
}
