import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { RealParts } from '../real-parts.ts';
import { type Step, situationOf, stepsFor } from './what-to-try.ts';

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

interface StartPageProps {
  readonly organisationName: string;
  readonly real: RealParts;
}

/** What to try in a demo, in order. */
export function StartPage({ organisationName, real }: StartPageProps) {
  const styles = useStyles();
  return (
    <main className={styles.page}>
      <h1 className={styles.heading}>Try Sealpost in three steps</h1>
      <p className={styles.intro}>{situationOf(organisationName, real).join(' ')}</p>
      <ol className={styles.cards}>
        {stepsFor(real).map((step, index) => (
          <StepCard key={step.title} number={index + 1} step={step} />
        ))}
      </ol>
      <p className={styles.more}>
        Or go straight to <Link href="/portal">the portal for recipients</Link>, to{' '}
        <Link href="/demo/mail">every mail that was {real.relay || real.organisationServer ? 'caught' : 'sent'}</Link>, or to{' '}
        <Link href="/manifest.xml">the manifest of the Outlook add-in</Link>.
      </p>
      {real.relay || real.organisationServer || real.staff ? null : (
        <p className={styles.more}>
          To see a mail come back, write to nobody@client.example (no such mailbox) or full@client.example (mailbox full): the tab
          Sent tells Alex why, and <Link href="/demo/mail?mailbox=bounce@bounces.harbour.example">the report</Link> lies among the
          mails.
        </p>
      )}
    </main>
  );
}

function StepCard({ number, step: { title, text, button } }: { readonly number: number; readonly step: Step }) {
  const styles = useStyles();
  return (
    <li className={styles.card}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {button === undefined ? null : (
        <Button as="a" href={button.address} appearance="primary" size="large">
          {button.label}
        </Button>
      )}
    </li>
  );
}
