import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { type DraftEntry, listDrafts } from '../../contract/compose.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { formatShort } from '../../screen/format.ts';
import { call } from '../api.ts';
import { Waiting } from '../page/Waiting.tsx';
import { usePageTitle } from '../page/use-page-title.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { goesTo } from './goes-to.ts';

const useStyles = makeStyles({
  page: { maxWidth: '880px', padding: tokens.spacingHorizontalL, minWidth: 0 },
  title: { margin: `0 0 ${tokens.spacingVerticalM}`, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  draft: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  who: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  more: { marginTop: tokens.spacingVerticalM, minHeight: '44px' },
});

/** What was begun and not sent yet, newest first. */
export function DraftList() {
  const styles = useStyles();
  const { entries, nextCursor, failure, more } = useDrafts();
  const words = composeTexts.drafts;
  usePageTitle(words.title);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.title}</h1>
      {failure === null ? null : (
        <ErrorBar failure={failure}>
          <Button onClick={more}>{pageTexts.tryAgain}</Button>
        </ErrorBar>
      )}
      {entries === null && failure === null ? <Waiting /> : null}
      {entries?.length === 0 ? <p>{words.none}</p> : null}
      <ul className={styles.list}>
        {entries?.map((draft) => (
          <li key={draft.draftId}>
            <DraftRow draft={draft} />
          </li>
        ))}
      </ul>
      {nextCursor === null ? null : (
        <Button className={styles.more} onClick={more}>
          {words.more}
        </Button>
      )}
    </div>
  );
}

function DraftRow({ draft }: { readonly draft: DraftEntry }) {
  const styles = useStyles();
  const { draftId, subject, preview, updatedAt, attachmentCount } = draft;
  const words = composeTexts.drafts;
  return (
    <Link href={`/portal/compose/${draftId}`} className={styles.draft}>
      <span className={styles.who}>{goesTo(draft)}</span>
      <span className={styles.small}>
        {attachmentCount > 0 ? <AttachRegular aria-label={words.hasFiles} /> : null} {formatShort(updatedAt, new Date())}
      </span>
      <span className={styles.line}>{subject === '' ? words.noSubject : subject}</span>
      <span />
      <span className={`${styles.line} ${styles.small}`}>{preview}</span>
    </Link>
  );
}

function useDrafts() {
  const [entries, setEntries] = useState<readonly DraftEntry[] | null>(null);
  const [nextCursor, setNextCursor] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const more = () => {
    setFailure(null);
    call(listDrafts, nextCursor === null ? {} : { cursor: nextCursor }).then((page) => {
      setEntries((known) => [...(known ?? []), ...page.entries]);
      setNextCursor(page.nextCursor);
    }, setFailure);
  };
  useEffect(() => {
    let isWanted = true;
    call(listDrafts, {}).then(
      (page) => {
        if (!isWanted) return;
        setEntries(page.entries);
        setNextCursor(page.nextCursor);
      },
      (error: unknown) => isWanted && setFailure(error),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return { entries, nextCursor, failure, more };
}
