import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons';
import { Link } from 'wouter';
import type { Folder, MailboxEntry } from '../../contract/mailbox.ts';
import { daysLeft, formatShort } from '../../screen/format.ts';
import { useHiddenStyles } from '../page/hidden-styles.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { namesOf, nameOf } from './person-names.ts';
import { forcedColours } from './screen-media.ts';

const useStyles = makeStyles({
  row: { contentVisibility: 'auto', containIntrinsicHeight: 'auto 84px' },
  link: {
    display: 'grid',
    gridTemplateColumns: '12px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    [forcedColours]: { borderInlineStartColor: 'Canvas' },
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderInlineStartColor: tokens.colorBrandStroke1,
    [forcedColours]: { borderInlineStartColor: 'Highlight' },
  },
  dot: {
    gridRow: '1',
    alignSelf: 'center',
    width: '8px',
    height: '8px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandForeground1,
    [forcedColours]: { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
  who: { gridRow: '1', gridColumn: '2', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  subject: { gridRow: '2', gridColumn: '2', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  date: { gridRow: '1', gridColumn: '3', justifySelf: 'end', alignSelf: 'center' },
  files: {
    gridRow: '2',
    gridColumn: '3',
    justifySelf: 'end',
    alignSelf: 'center',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase400,
  },
  left: { gridRow: '3', gridColumn: '2 / -1' },
  small: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  ended: { color: tokens.colorNeutralForeground3 },
});

interface DeliveryRowProps {
  readonly entry: MailboxEntry;
  readonly folder: Folder;
  readonly isOpen: boolean;
}

/** One message in a list: a link named by its people, subject, date and what else is to know. */
export function DeliveryRow({ entry, folder, isOpen }: DeliveryRowProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles().text;
  const words = mailboxTexts;
  const { isUnread } = entry;
  return (
    <li className={styles.row}>
      <Link
        href={`/portal/${folder}/${entry.deliveryId}`}
        className={mergeClasses(styles.link, isOpen && styles.open, entry.state !== 'readable' && styles.ended)}
        aria-current={isOpen ? 'true' : undefined}
        id={`row-${entry.deliveryId}`}
      >
        {isUnread ? <span className={styles.dot} aria-hidden /> : null}
        {isUnread ? <span className={hidden}>{words.unread}. </span> : null}
        <span className={mergeClasses(styles.who, isUnread && styles.strong)}>
          {folder === 'sent' ? words.to(namesOf(entry.recipients)) : nameOf(entry.sender)}
        </span>
        <span className={hidden}>, </span>
        <span className={mergeClasses(styles.subject, isUnread && styles.strong)}>{entry.subject || words.noSubject}</span>
        <span className={hidden}>, </span>
        <time className={mergeClasses(styles.date, styles.small)} dateTime={entry.sentAt}>
          {formatShort(entry.sentAt, new Date())}
        </time>
        {entry.attachmentCount > 0 ? <AttachRegular className={styles.files} aria-hidden /> : null}
        {entry.attachmentCount > 0 ? <span className={hidden}>, {words.files(entry.attachmentCount)}</span> : null}
        <Remaining entry={entry} />
      </Link>
    </li>
  );
}

function Remaining({ entry: { state, expiresAt } }: Pick<DeliveryRowProps, 'entry'>) {
  const styles = useStyles();
  const hidden = useHiddenStyles().text;
  const words = mailboxTexts;
  if (state === 'readable' && expiresAt === null) return null;
  return (
    <>
      <span className={hidden}>, </span>
      <span className={mergeClasses(styles.left, styles.small)}>
        {state === 'readable' ? words.daysLeft(daysLeft(expiresAt ?? '', new Date())) : words[state]}
      </span>
    </>
  );
}
