import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { DraftEntry } from '../../contract/compose.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { formatShort } from '../../screen/format.ts';
import { Waiting } from '../page/Waiting.tsx';
import { composeTexts } from '../texts/compose-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { useHiddenStyles } from '../page/hidden-styles.ts';
import { DiscardDraft } from './DiscardDraft.tsx';
import { goesTo } from './goes-to.ts';
import { findDraft, findSlot } from './kept-drafts.ts';
import { useDrafts } from './use-drafts.ts';
import { isBusy } from './written-draft.ts';

const useStyles = makeStyles({
  page: { maxWidth: '880px', padding: tokens.spacingHorizontalL, minWidth: 0 },
  title: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  draft: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    flex: '1 1 160px',
    minWidth: 0,
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

/** What was begun and not sent yet, newest first; each can be gone on with or thrown away. */
export function DraftList({ accountId }: { readonly accountId: string }) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const title = useRef<HTMLHeadingElement>(null);
  const [isOneGone, setIsOneGone] = useState(false);
  const { entries, nextCursor, failure, more, discard } = useDrafts(accountId);
  const words = composeTexts.drafts;
  const throwAway = async (draftId: string) => {
    setIsOneGone(false);
    if (!(await discard(draftId))) return;
    setIsOneGone(true);
    title.current?.focus();
  };
  return (
    <div className={styles.page}>
      <h1 id="folder-name" ref={title} tabIndex={-1} className={styles.title}>
        {words.title}
      </h1>
      <div role="status" className={hidden.text}>
        {isOneGone ? words.discarded : null}
      </div>
      {failure === null ? null : (
        <ErrorBar failure={failure}>
          {entries === null || nextCursor !== null ? <Button onClick={more}>{pageTexts.tryAgain}</Button> : null}
        </ErrorBar>
      )}
      {entries === null && failure === null ? <Waiting /> : null}
      {entries?.length === 0 && nextCursor === null ? <p>{words.none}</p> : null}
      <ul className={styles.list}>
        {entries?.map((draft) => (
          <li key={draft.draftId} className={styles.item}>
            <DraftRow draft={draft} />
            <DiscardDraft
              isEmpty={false}
              isDisabled={isBeingSent(accountId, draft.draftId)}
              name={goesTo(draft)}
              keep={words.keep}
              onDiscard={() => void throwAway(draft.draftId)}
            />
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

function isBeingSent(accountId: string, draftId: string): boolean {
  const draft = findDraft(findSlot(accountId, ({ sendKey }) => sendKey === draftId) ?? '');
  return draft !== null && isBusy(draft);
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
