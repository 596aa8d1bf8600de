import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SentEntry } from '../../contract/track.ts';
import { formatShort } from '../../screen/format.ts';
import { sentTexts } from '../texts/sent-texts.ts';
import { useRowStyles } from './use-row-styles.ts';

const useStyles = makeStyles({
  line: {
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  subject: { fontWeight: tokens.fontWeightSemibold, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  gone: { fontWeight: tokens.fontWeightRegular, fontStyle: 'italic' },
  moment: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  people: {
    gridColumn: '1 / -1',
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  marks: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  bad: { color: tokens.colorStatusDangerForeground3 },
  asks: { color: tokens.colorStatusWarningForeground2 },
});

/** The id of a message's line, to which the focus returns. */
export const lineId = (messageId: string) => `sent-${messageId}`;

interface SentLineProps {
  readonly entry: SentEntry;
  readonly onOpen: (messageId: string) => void;
}

/** One message in the list: subject, day, people, and how it stands. */
export function SentLine({ entry, onOpen }: SentLineProps) {
  const row = useRowStyles();
  const styles = useStyles();
  const { messageId, sentAt, subject, isPurged, portalCount } = entry;
  return (
    <li>
      <button
        type="button"
        id={lineId(messageId)}
        className={mergeClasses(row.button, styles.line)}
        onClick={() => onOpen(messageId)}
      >
        <span className={mergeClasses(styles.subject, isPurged && styles.gone)}>
          {isPurged ? sentTexts.list[portalCount > 0 ? 'purged' : 'purgedMailed'] : subject || sentTexts.list.noSubject}
        </span>
        <time className={styles.moment} dateTime={sentAt}>
          {formatShort(sentAt, new Date())}
        </time>
        <span className={styles.people}>{peopleOf(entry)}</span>
        <Marks entry={entry} />
      </button>
    </li>
  );
}

function Marks({ entry }: { readonly entry: SentEntry }) {
  const styles = useStyles();
  const { marks } = sentTexts;
  const { portalCount, recipientCount, bouncedCount, askedCount, recalledCount } = entry;
  return (
    <span className={styles.marks}>
      <Opened entry={entry} />
      {bouncedCount > 0 ? <span className={styles.bad}>{marks.bounced(bouncedCount, recipientCount)}</span> : null}
      {askedCount > 0 ? <span className={styles.asks}>{marks.asked(askedCount)}</span> : null}
      {recalledCount > 0 ? <span>{marks.recalled(recalledCount, portalCount)}</span> : null}
    </span>
  );
}

/** How many have opened it, of those of whom it can be known; nothing where it cannot be expected any more. */
function Opened({ entry: { portalCount, openedCount, bouncedCount, unreachableCount } }: { readonly entry: SentEntry }) {
  const { marks } = sentTexts;
  if (portalCount === 0) return bouncedCount > 0 ? null : <span>{marks.mailed}</span>;
  if (openedCount === 0 && unreachableCount >= portalCount) return null;
  return <span>{marks.opened(openedCount, portalCount)}</span>;
}

function peopleOf({ recipients, recipientCount }: SentEntry): string {
  const names = recipients.map(({ name, address }) => name || address).join(', ');
  const others = recipientCount - recipients.length;
  return others > 0 ? sentTexts.list.others(names, others) : names;
}
