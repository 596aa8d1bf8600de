import { makeStyles, tokens } from '@fluentui/react-components';
import { ClockDismissRegular } from '@fluentui/react-icons';
import { type RefObject, useEffect } from 'react';
import type { MailboxEntry } from '../../contract/mailbox.ts';
import { formatDay, formatMoment } from '../../screen/format.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { AskForMoreTime } from './AskForMoreTime.tsx';
import { MessageToolbar } from './MessageToolbar.tsx';
import { useMailbox } from './mailbox-context.ts';
import { nameOf } from './person-names.ts';
import { useMessageHeading } from './use-message-heading.ts';

const useStyles = makeStyles({
  ended: { padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalXXL}`, maxWidth: '560px' },
  icon: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeHero900 },
  title: {
    margin: `${tokens.spacingVerticalS} 0`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  subject: { margin: `0 0 ${tokens.spacingVerticalS}`, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  sentence: { margin: `0 0 ${tokens.spacingVerticalS}`, overflowWrap: 'anywhere' },
});

interface EndedMessageProps {
  readonly state: 'expired' | 'recalled';
  readonly deliveryId: string;
  readonly entry: MailboxEntry | null;
  /** Whether the message itself stood here until now. */
  readonly isNews: boolean;
  readonly onReadable: () => void;
}

/** Says who sent a message that can no longer be read, when it ended, and offers to ask for more time, but for one of the reader's own or one that is gone for
 *  good. */
export function EndedMessage({ state, deliveryId, entry, isNews, onReadable }: EndedMessageProps) {
  const styles = useStyles();
  const heading = useMessageHeading();
  const words = mailboxTexts.ended;
  useSaid(isNews ? words[state] : null, heading);
  return (
    <section className={styles.ended} aria-labelledby="message-subject">
      <MessageToolbar deliveryId={deliveryId} entry={entry} />
      <ClockDismissRegular className={styles.icon} aria-hidden />
      <h1 id="message-subject" ref={heading} tabIndex={-1} className={styles.title}>
        {words[state]}
      </h1>
      {entry ? <p className={styles.subject}>{entry.subject || mailboxTexts.noSubject}</p> : null}
      {entry ? <p className={styles.sentence}>{words.sentBy(nameOf(entry.sender), formatMoment(entry.sentAt))}</p> : null}
      {entry?.endedAt ? (
        <p className={styles.sentence}>
          {state === 'expired' ? words.expiredOn(formatDay(entry.endedAt)) : words.recalledOn(formatMoment(entry.endedAt))}
        </p>
      ) : null}
      {entry?.isOwn || entry?.isRemoved ? (
        <p className={styles.sentence}>{words.removed}</p>
      ) : (
        <>
          <p className={styles.sentence}>{state === 'expired' ? words.expiredNext : words.recalledNext}</p>
          <AskForMoreTime deliveryId={deliveryId} entry={entry} onReadable={onReadable} />
        </>
      )}
    </section>
  );
}

/** Says what has taken the place of the message: by its heading where the message had the focus, else in words. */
function useSaid(sentence: string | null, heading: RefObject<HTMLHeadingElement | null>): void {
  const { announce } = useMailbox();
  useEffect(() => {
    if (sentence === null) return;
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    else if (document.activeElement !== heading.current) announce(sentence);
  }, [sentence, heading, announce]);
}
