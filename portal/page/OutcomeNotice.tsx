import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { errorText } from '../../screen/error-text.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { PageLink } from './PageLink.tsx';
import { phone } from './screen-media.ts';
import { type SendOutcome, tellOutcome, useToldOutcome } from './told-outcome.ts';
import { usePassing } from './use-passing.ts';

/** How long good news stays; bad news stays until it is closed. */
const SHOWN_MS = 15_000;

const useStyles = makeStyles({
  place: {
    position: 'fixed',
    insetBlockEnd: tokens.spacingVerticalXXL,
    insetInline: tokens.spacingHorizontalM,
    zIndex: 10,
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
    // Above what floats there.
    [phone]: { insetBlockEnd: '84px' },
  },
  notice: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    maxWidth: '560px',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow16,
    overflowWrap: 'anywhere',
    pointerEvents: 'auto',
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  sent: { color: tokens.colorStatusSuccessForeground1 },
  notSent: { color: tokens.colorStatusDangerForeground1 },
  words: { minWidth: 0 },
  sentence: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalL },
  button: { minHeight: '44px' },
});

/** Tells on whatever page its author is what became of a message they left while it was being sent. Its region is there from the start, so that screen
 *  readers hear of it. */
export function OutcomeNotice({ accountId }: { readonly accountId: string }) {
  const styles = useStyles();
  const outcome = useToldOutcome(accountId);
  return (
    <div className={styles.place} role="status">
      {outcome ? <Told key={`${outcome.draftId} ${outcome.failure === null}`} outcome={outcome} /> : null}
    </div>
  );
}

const closeNotice = () => tellOutcome(null);

function Told({ outcome }: { readonly outcome: SendOutcome }) {
  const styles = useStyles();
  const { subject, answers, others, draftId, failure } = outcome;
  const words = composeTexts;
  const isSent = failure === null;
  const holding = usePassing(SHOWN_MS, closeNotice, !isSent);
  return (
    <div className={styles.notice} {...holding}>
      <span className={`${styles.icon} ${isSent ? styles.sent : styles.notSent}`} aria-hidden>
        {isSent ? <CheckmarkCircleRegular /> : <ErrorCircleRegular />}
      </span>
      <div className={styles.words}>
        {isSent ? (
          <p className={styles.sentence}>{answers === null ? words.newSent : words.sent(answers, others)}</p>
        ) : (
          <NotSent subject={subject} failure={failure} />
        )}
        <div className={styles.actions}>
          {isSent ? (
            <PageLink to="/portal/sent">{words.seeSent}</PageLink>
          ) : (
            <PageLink to={`/portal/compose/${draftId}`}>{words.openDraft}</PageLink>
          )}
          <Button className={styles.button} appearance="subtle" onClick={closeNotice}>
            {words.close}
          </Button>
        </div>
      </div>
    </div>
  );
}

function NotSent({ subject, failure }: { readonly subject: string; readonly failure: unknown }) {
  const styles = useStyles();
  const { sentence, nextStep } = errorText(failure);
  return (
    <>
      <p className={styles.sentence}>
        <strong>{subject === '' ? composeTexts.unnamedNotSent : composeTexts.notSent(subject)}</strong>
      </p>
      <p className={styles.sentence}>
        {sentence} {nextStep}
      </p>
    </>
  );
}
