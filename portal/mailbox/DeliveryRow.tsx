import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, memo } from 'react';
import { Link, useLocation } from 'wouter';
import type { MailboxEntry } from '../../contract/mailbox.ts';
import { daysLeft, formatShort } from '../../screen/format.ts';
import { useLanguage } from '../../screen/use-language.ts';
import { useHiddenStyles } from '../page/hidden-styles.ts';
import { actionTexts } from '../texts/actions-texts.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { ChooseBox } from './ChooseBox.tsx';
import { rowId } from './focus-row.ts';
import { messageAddress } from './message-address.ts';
import { namesOf, nameOf } from './person-names.ts';
import { forcedColours } from '../page/screen-media.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    contentVisibility: 'auto',
    containIntrinsicHeight: 'auto 84px',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    [forcedColours]: { borderInlineStartColor: 'Canvas' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  link: {
    display: 'grid',
    gridTemplateColumns: '12px minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: `0 ${tokens.spacingHorizontalL}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: { backgroundColor: tokens.colorBrandBackground2 },
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
  /** Where the list stands: the folder, or a search. */
  readonly place: string;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly onToggle: (deliveryId: string) => void;
}

/** One message in a list: a box to choose it, and a link named by its people, subject, date and what else is to know. A click opens it beside the
 *  list, a double click or Enter in full screen. */
export const DeliveryRow = memo(function DeliveryRow({ entry, place, isOpen, isChosen, onToggle }: DeliveryRowProps) {
  useLanguage();
  const [, navigate] = useLocation();
  const openFull = () => navigate(messageAddress(place, entry.deliveryId, true), { state: { focus: 'message' } });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openFull();
  };
  const styles = useStyles();
  const hidden = useHiddenStyles().text;
  const words = mailboxTexts;
  const { isUnread } = entry;
  const who = entry.isOwn ? words.to(namesOf(entry.recipients)) : nameOf(entry.sender);
  return (
    <li className={mergeClasses(styles.row, isChosen && styles.chosen, isOpen && styles.open)}>
      <ChooseBox
        label={actionTexts.select(`${who}, ${entry.subject || words.noSubject}`)}
        isChosen={isChosen}
        onToggle={() => onToggle(entry.deliveryId)}
      />
      <Link
        href={messageAddress(place, entry.deliveryId)}
        replace={isOpen}
        className={mergeClasses(styles.link, entry.state !== 'readable' && styles.ended)}
        aria-current={isOpen ? 'true' : undefined}
        id={rowId(entry.deliveryId)}
        onDoubleClick={openFull}
        onKeyDown={onKeyDown}
      >
        {isUnread ? <span className={styles.dot} aria-hidden /> : null}
        {isUnread ? <span className={hidden}>{words.unread}. </span> : null}
        <span className={mergeClasses(styles.who, isUnread && styles.strong)}>{who}</span>
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
});

function Remaining({ entry: { state, expiresAt, isUndelivered } }: Pick<DeliveryRowProps, 'entry'>) {
  const styles = useStyles();
  const hidden = useHiddenStyles().text;
  const words = mailboxTexts;
  if (isUndelivered)
    return (
      <>
        <span className={hidden}>, </span>
        <span className={mergeClasses(styles.left, styles.small)}>{composeTexts.notDelivered}</span>
      </>
    );
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
