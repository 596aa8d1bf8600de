import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';

const steps = [
  {
    title: 'Alex writes',
    text: 'You are Alex Morgan at Harbour Clinic. Write a mail as in Outlook and choose Send Secure.',
    button: 'Write a secure message',
    address: '/demo/outlook',
  },
  {
    title: 'The recipient reads',
    text: 'You are the recipient, outside the clinic. Open the mail with the link, create a password, read and answer.',
    button: "Open the recipient's mail",
    address: '/demo/mail?newest=notification',
  },
  {
    title: 'Alex gets the answer',
    text: 'You are Alex again. The answer lies in the ordinary mailbox, with its files.',
    button: 'Read the reply',
    address: '/demo/mail?mailbox=alex@harbour.example',
  },
] as const;

const useStyles = makeStyles({
  page: { maxWidth: '1080px', margin: '0 auto', padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL}` },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
  },
  intro: {
    margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXXL}`,
    maxWidth: '40em',
    color: tokens.colorNeutralForeground2,
  },
  cards: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: tokens.spacingHorizontalXL,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  number: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, color: tokens.colorBrandForeground1 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: `0 0 ${tokens.spacingVerticalS}`, flexGrow: 1 },
  more: { margin: `${tokens.spacingVerticalXL} 0 0`, maxWidth: '50em' },
});

/** What to try in a demo, in order. */
export function StartPage({ organisationName }: { readonly organisationName: string }) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <h1 className={styles.heading}>Try Sealpost in three steps</h1>
      <p className={styles.intro}>
        Everything runs on this machine, for a made-up organisation called {organisationName}. No mail leaves it.
      </p>
      <ol className={styles.cards}>
        {steps.map((step, index) => (
          <Step key={step.button} number={index + 1} step={step} />
        ))}
      </ol>
      <p className={styles.more}>
        Or go straight to <Link href="/portal">the portal for recipients</Link>, to{' '}
        <Link href="/demo/mail">every mail that was sent</Link>, or to{' '}
        <Link href="/manifest.xml">the manifest of the Outlook add-in</Link>.
      </p>
      <p className={styles.more}>
        To see a mail come back, write to nobody@client.example (no such mailbox) or full@client.example (mailbox full): the tab
        Sent tells Alex why, and <Link href="/demo/mail?mailbox=bounce@bounces.harbour.example">the report</Link> lies among the
        mails.
      </p>
    </main>
  );
}

function Step({ number, step }: { readonly number: number; readonly step: (typeof steps)[number] }) {
  const styles = useStyles();
  return (
    <li className={styles.card}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      <h2 className={styles.title}>{step.title}</h2>
      <p className={styles.text}>{step.text}</p>
      <Button as="a" href={step.address} appearance="primary" size="large">
        {step.button}
      </Button>
    </li>
  );
}
