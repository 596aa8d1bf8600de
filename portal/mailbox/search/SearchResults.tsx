import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { ErrorBar } from '../../../screen/ErrorBar.tsx';
import { formatDay } from '../../../screen/format.ts';
import { isCode } from '../../../screen/is-code.ts';
import { Waiting } from '../../page/Waiting.tsx';
import { pageTexts } from '../../texts/page-texts.ts';
import { searchTexts } from '../../texts/search-texts.ts';
import { DeliveryRow } from '../DeliveryRow.tsx';
import { ListTools } from '../ListTools.tsx';
import { useMailbox } from '../mailbox-context.ts';
import { fixedHeight } from '../../page/screen-media.ts';
import { describeCriteria } from './describe-criteria.ts';
import { NothingFound } from './NothingFound.tsx';
import type { Found } from './use-found.ts';
import { useStartSearch } from './use-start-search.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column' },
  top: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}` },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  criteria: { margin: 0, padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  criterion: { display: '-webkit-box', overflow: 'hidden', '-webkit-box-orient': 'vertical', '-webkit-line-clamp': '3' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  clear: { display: 'inline-flex', alignItems: 'center', minHeight: '44px', color: tokens.colorBrandForegroundLink },
  scroll: { flexGrow: 1, minHeight: 0, [fixedHeight]: { overflowY: 'auto' } },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  padded: { padding: tokens.spacingHorizontalM },
  more: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalM,
    textAlign: 'center',
  },
  button: { minHeight: '44px' },
});

export interface SearchResultsProps {
  readonly accountId: string;
  readonly searchId: string;
  readonly found: Found;
  readonly className: string;
}

/** What a search found, in the place of a folder; looks further back by itself for a while, and says how far it is. */
export function SearchResults({ accountId, searchId, found, className }: SearchResultsProps) {
  const styles = useStyles();
  const { place, openId, chosenIds, toggle } = useMailbox();
  const { criteria, entries, error, isSearching, hasNextPage } = found;
  const heading = useFocusedHeading(searchId, openId);
  const isEmpty = entries.length === 0 && !isSearching && !error;
  const start = useStartSearch(accountId);
  const searchOlder = () => start({ ...criteria, isOlderIncluded: true });
  const Heading = openId === null ? 'h1' : 'h2';
  return (
    <section className={mergeClasses(styles.column, className)} aria-labelledby="folder-name" aria-busy={isSearching}>
      <div className={styles.top}>
        <Heading id="folder-name" ref={heading} tabIndex={-1} className={styles.heading}>
          {searchTexts.title}
        </Heading>
        <ul className={styles.criteria}>
          {criteria ? describeCriteria(criteria).map((line) => <Criterion key={line} line={line} />) : null}
        </ul>
        <p role="status" className={styles.quiet}>
          {criteria && entries.length > 0 ? countOf(entries.length, hasNextPage) : null}
        </p>
        <Link href="/portal/inbox" className={styles.clear}>
          {searchTexts.clear}
        </Link>
      </div>
      {entries.length > 0 ? <ListTools /> : null}
      <div className={styles.scroll}>
        {error ? (
          <div className={styles.padded}>
            <ErrorBar failure={error}>
              {isRefused(error) ? null : <Button onClick={() => void found.refetch()}>{pageTexts.tryAgain}</Button>}
            </ErrorBar>
          </div>
        ) : null}
        {entries.length === 0 && isSearching ? <Waiting label={searchTexts.searching} /> : null}
        {isEmpty ? <NothingFound found={found} onOlder={searchOlder} /> : null}
        <ul className={styles.list}>
          {entries.map((entry) => (
            <DeliveryRow
              key={entry.deliveryId}
              entry={entry}
              place={place}
              isOpen={entry.deliveryId === openId}
              isChosen={chosenIds.has(entry.deliveryId)}
              onToggle={toggle}
            />
          ))}
        </ul>
        {error ? null : <Further found={found} onOlder={searchOlder} />}
      </div>
    </section>
  );
}

function Criterion({ line }: { readonly line: string }) {
  const styles = useStyles();
  return (
    <li>
      <span className={styles.criterion}>{line}</span>
    </li>
  );
}

/** Asking for the same again would not help. */
const isRefused = (failure: unknown) => isCode(failure, 'search_words_missing', 'search_too_long');

const countOf = (count: number, isMoreToCome: boolean) =>
  isMoreToCome ? searchTexts.foundSoFar(count) : searchTexts.found(count);

/** A new search puts the focus on its results, so that a screen reader begins there. */
function useFocusedHeading(searchId: string, openId: string | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  const focused = useRef<string | null>(null);
  useEffect(() => {
    if (focused.current === searchId) return;
    focused.current = searchId;
    if (openId === null) heading.current?.focus({ preventScroll: true });
  }, [searchId, openId]);
  return heading;
}

/** The end of the list: more is on its way, or the reader decides how much further back to look. */
function Further({ found, onOlder }: { readonly found: Found; readonly onOlder: () => void }) {
  const styles = useStyles();
  const end = useSeen(found.mayGoOn && !found.isFetching && found.entries.length > 0, () => void found.fetchNextPage());
  const { criteria, last, hasNextPage, isFetchingNextPage, entries } = found;
  if (!criteria || !last) return null;
  const isByItself = found.mayGoOn && entries.length === 0;
  return (
    <div ref={end} className={styles.more}>
      {last.searchedUntil === null ? null : (
        <p className={styles.quiet}>{searchTexts.searchedUntil(formatDay(last.searchedUntil))}</p>
      )}
      {hasNextPage && !isByItself ? (
        <Button className={styles.button} disabledFocusable={isFetchingNextPage} onClick={found.goOn}>
          {isFetchingNextPage ? searchTexts.goingOn : searchTexts.goOn}
        </Button>
      ) : null}
      {!hasNextPage && last.hasOlder && entries.length > 0 ? (
        <Button className={styles.button} onClick={onOlder}>
          {searchTexts.older}
        </Button>
      ) : null}
    </div>
  );
}

/** Calls when the end of the list comes near the screen. */
function useSeen(isWanted: boolean, onSeen: () => void) {
  const end = useRef<HTMLDivElement>(null);
  const seen = useRef(onSeen);
  useEffect(() => {
    seen.current = onSeen;
  });
  useEffect(() => {
    if (!isWanted || !end.current || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && seen.current(), { rootMargin: '400px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isWanted]);
  return end;
}
