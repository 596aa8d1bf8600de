import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { limits } from '../../contract/limits.ts';
import { readThread } from '../../contract/mailbox.ts';
import { formatMoment } from '../../screen/format.ts';
import { call } from '../api.ts';
import { PageLink } from '../page/PageLink.tsx';
import { readingTexts } from '../texts/reading-texts.ts';
import { messageAddress } from './message-address.ts';
import { nameOf } from './person-names.ts';

const useStyles = makeStyles({
  summary: {
    width: 'fit-content',
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  list: { margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
    paddingBlock: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** The other messages of the conversation that the reader has, behind a line that says how many; nothing where there are none. */
export function Conversation({ deliveryId }: { readonly deliveryId: string }) {
  const styles = useStyles();
  const { data } = useQuery({
    queryKey: ['thread', deliveryId],
    queryFn: ({ signal }) => call(readThread, { deliveryId }, signal),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });
  const entries = data?.entries ?? [];
  if (entries.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>
        {entries.length < limits.threadEntries
          ? readingTexts.conversation.more(entries.length)
          : readingTexts.conversation.many(entries.length)}
      </summary>
      <ul className={styles.list} aria-label={readingTexts.conversation.list}>
        {entries.map(({ deliveryId: other, folder, sender, sentAt }) => (
          <li key={other} className={styles.line}>
            <PageLink to={messageAddress(folder, other)}>
              <bdi>{readingTexts.conversation.from(nameOf(sender))}</bdi>
            </PageLink>
            <time className={styles.when} dateTime={sentAt}>
              {formatMoment(sentAt)}
            </time>
          </li>
        ))}
      </ul>
    </details>
  );
}
