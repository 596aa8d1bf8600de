import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUpRightRegular } from '@fluentui/react-icons';
import type { DraftRecipient } from '../outlook/read-draft.ts';
import { paneTexts } from '../texts/pane-texts.ts';

const useStyles = makeStyles({
  lines: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  label: { color: tokens.colorNeutralForeground2 },
  people: { margin: 0, padding: 0, listStyleType: 'none', minWidth: 0 },
  person: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  address: { color: tokens.colorNeutralForeground2 },
  outside: { flexShrink: 0, marginTop: '2px', fontSize: tokens.fontSizeBase400, color: tokens.colorBrandForeground1 },
});

interface RecipientLinesProps {
  readonly recipients: readonly DraftRecipient[];
  readonly isInside: (address: string) => boolean;
}

/** To, Cc and Bcc as Outlook resolved them; an arrow marks people outside the organisation. Empty Cc and Bcc are left out. */
export function RecipientLines({ recipients, isInside }: RecipientLinesProps) {
  const styles = useStyles();
  const kinds = (['to', 'cc', 'bcc'] as const).filter(
    (kind) => kind === 'to' || recipients.some((person) => person.kind === kind),
  );
  return (
    <dl className={styles.lines}>
      {kinds.map((kind) => (
        <KindOfRecipients
          key={kind}
          label={paneTexts.draft[kind]}
          people={recipients.filter((person) => person.kind === kind)}
          isInside={isInside}
        />
      ))}
    </dl>
  );
}

function KindOfRecipients({
  label,
  people,
  isInside,
}: {
  label: string;
  people: DraftRecipient[];
  isInside: (address: string) => boolean;
}) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.people}>
        {people.length === 0 ? paneTexts.draft.nobody : null}
        {people.map((person, index) => (
          <Recipient key={index} person={person} isInside={isInside(person.address)} />
        ))}
      </dd>
    </>
  );
}

function Recipient({ person: { name, address }, isInside }: { person: DraftRecipient; isInside: boolean }) {
  const styles = useStyles();
  const isNamed = name !== '' && name !== address;
  return (
    <div className={styles.person}>
      <span className={styles.words}>
        {isNamed ? <span className={styles.name}>{name} </span> : null}
        <span className={isNamed ? styles.address : styles.name}>{address}</span>
      </span>
      {isInside ? null : (
        <ArrowUpRightRegular
          className={styles.outside}
          title={paneTexts.draft.outside}
          aria-label={paneTexts.draft.outside}
          role="img"
        />
      )}
    </div>
  );
}
