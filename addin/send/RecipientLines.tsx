import { makeStyles, tokens } from '@fluentui/react-components';
import type { DraftRecipient } from '../outlook/read-draft.ts';
import { paneTexts } from '../texts/pane-texts.ts';
import { PeopleLine } from './PeopleLine.tsx';

const useStyles = makeStyles({
  lines: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  label: { color: tokens.colorNeutralForeground2 },
  from: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface RecipientLinesProps {
  /** Told where it is not the person's own usual address. */
  readonly from: string | null;
  readonly recipients: readonly DraftRecipient[];
  readonly isInside: (address: string) => boolean;
}

/** To, Cc and Bcc as Outlook resolved them; an arrow marks people outside the organisation. Empty Cc and Bcc are left out. */
export function RecipientLines({ from, recipients, isInside }: RecipientLinesProps) {
  const styles = useStyles();
  const kinds = (['to', 'cc', 'bcc'] as const).filter(
    (kind) => kind === 'to' || recipients.some((person) => person.kind === kind),
  );
  return (
    <>
      <dl className={styles.lines}>
        {from === null ? null : (
          <>
            <dt className={styles.label}>{paneTexts.draft.from}</dt>
            <dd className={styles.from}>{from}</dd>
          </>
        )}
        {kinds.map((kind) => (
          <PeopleLine
            key={kind}
            label={paneTexts.draft[kind]}
            people={recipients.filter((person) => person.kind === kind)}
            isInside={isInside}
          />
        ))}
      </dl>
      {recipients.length > 0 ? <p className={styles.hint}>{paneTexts.draft.onlyResolved}</p> : null}
    </>
  );
}
