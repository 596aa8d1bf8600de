import { makeStyles, tokens } from '@fluentui/react-components';
import type { OpenedMessage } from '../../contract/mailbox.ts';
import { daysLeft, formatDay, formatMoment } from '../../screen/format.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { readingTexts } from '../texts/reading-texts.ts';
import { fullNameOf } from './person-names.ts';
import { useMessageHeading } from './use-message-heading.ts';

const useStyles = makeStyles({
  subject: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, margin: `${tokens.spacingVerticalS} 0 0` },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalL },
  from: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', minWidth: 0 },
});

/** Subject, people, date, until when a message can be read, and what its sender does not allow. */
export function MessageHeader({ message }: { readonly message: OpenedMessage }) {
  const { subject, sender, to, cc, sentAt, expiresAt } = message;
  const styles = useStyles();
  const heading = useMessageHeading();
  const words = mailboxTexts.message;
  const forbidden = whatIsForbidden(message);
  return (
    <header>
      <h1 id="message-subject" ref={heading} tabIndex={-1} className={styles.subject}>
        <bdi>{subject || mailboxTexts.noSubject}</bdi>
      </h1>
      <div className={styles.lines}>
        <div className={styles.line}>
          <span className={styles.from}>
            <bdi>{fullNameOf(sender)}</bdi>
          </span>
          <time className={styles.quiet} dateTime={sentAt}>
            {formatMoment(sentAt)}
          </time>
        </div>
        <span className={styles.quiet}>
          {words.to}: <bdi>{to.map(fullNameOf).join(', ')}</bdi>
        </span>
        {cc.length > 0 ? (
          <span className={styles.quiet}>
            {words.cc}: <bdi>{cc.map(fullNameOf).join(', ')}</bdi>
          </span>
        ) : null}
        {expiresAt === null ? null : (
          <span className={styles.quiet} title={words.readableUntil(formatDay(expiresAt))}>
            {words.readableFor(daysLeft(expiresAt, new Date()))}
          </span>
        )}
        {forbidden === null ? null : <span className={styles.quiet}>{forbidden}</span>}
      </div>
    </header>
  );
}

function whatIsForbidden({ mayPrint, mayDownload }: OpenedMessage): string | null {
  const words = readingTexts.forbidden;
  if (mayPrint) return mayDownload ? null : words.download;
  return mayDownload ? words.print : words.both;
}
