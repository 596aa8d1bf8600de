import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { limits } from '../../contract/limits.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { actionTexts } from '../texts/actions-texts.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { DeliveryRow } from './DeliveryRow.tsx';
import { EmptyFolder } from './EmptyFolder.tsx';
import { ListTools } from './ListTools.tsx';
import { useMailbox } from './mailbox-context.ts';
import { fixedHeight } from '../page/screen-media.ts';
import type { useDeliveries } from './use-deliveries.ts';
import { useGrowingCount } from './use-growing-count.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column' },
  heading: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  hint: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  scroll: { flexGrow: 1, minHeight: 0, [fixedHeight]: { overflowY: 'auto' } },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  more: { display: 'grid', placeItems: 'center', padding: tokens.spacingVerticalM },
  button: { minHeight: '44px' },
  failed: { padding: tokens.spacingHorizontalM },
});

interface DeliveryListProps {
  readonly deliveries: ReturnType<typeof useDeliveries>;
  readonly className: string;
}

/** What is in a folder; more of it comes as the reader scrolls on. */
export function DeliveryList({ deliveries, className }: DeliveryListProps) {
  const styles = useStyles();
  const { folder, openId, chosenIds, toggle } = useMailbox();
  const { data, error } = deliveries;
  const total = data?.entries.length ?? 0;
  const shownCount = useGrowingCount(total);
  const isWhole = data !== undefined && shownCount >= total;
  const FolderName = openId === null ? 'h1' : 'h2';
  return (
    <section className={mergeClasses(styles.column, className)} aria-labelledby="folder-name" aria-busy={!isWhole && !error}>
      <FolderName id="folder-name" tabIndex={-1} className={styles.heading}>
        {mailboxTexts.folders[folder]}
      </FolderName>
      {folder === 'deleted' ? <p className={styles.hint}>{actionTexts.deletedFor(limits.deletedDays)}</p> : null}
      {data && data.entries.length > 0 ? <ListTools /> : null}
      <div className={styles.scroll}>
        {error ? (
          <div className={styles.failed}>
            <ErrorBar failure={error}>
              <Button onClick={() => void deliveries.refetch()}>{pageTexts.tryAgain}</Button>
            </ErrorBar>
          </div>
        ) : null}
        {deliveries.isLoading ? <Waiting label={mailboxTexts.loading} /> : null}
        {data?.entries.length === 0 ? <EmptyFolder folder={folder} /> : null}
        {data && data.entries.length > 0 ? (
          <ul className={styles.list}>
            {data.entries.slice(0, shownCount).map((entry) => (
              <DeliveryRow
                key={entry.deliveryId}
                entry={entry}
                place={folder}
                isOpen={entry.deliveryId === openId}
                isChosen={chosenIds.has(entry.deliveryId)}
                onToggle={toggle}
              />
            ))}
          </ul>
        ) : null}
        {deliveries.hasNextPage ? <LoadMore deliveries={deliveries} isWhole={isWhole} /> : null}
      </div>
    </section>
  );
}

interface LoadMoreProps extends Pick<DeliveryListProps, 'deliveries'> {
  /** Whether all that is loaded is drawn. */
  readonly isWhole: boolean;
}

function LoadMore({ deliveries, isWhole }: LoadMoreProps) {
  const styles = useStyles();
  const end = useRef<HTMLDivElement>(null);
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = deliveries;
  useEffect(() => {
    if (!isWhole || !end.current || typeof IntersectionObserver === 'undefined') return;
    if (isFetchingNextPage || isFetchNextPageError) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && void fetchNextPage(), { rootMargin: '400px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [isWhole, fetchNextPage, isFetchingNextPage, isFetchNextPageError]);
  return (
    <div ref={end} className={styles.more}>
      <Button
        className={styles.button}
        appearance="subtle"
        disabledFocusable={isFetchingNextPage}
        onClick={() => void fetchNextPage()}
      >
        {isFetchingNextPage ? mailboxTexts.loadingMore : mailboxTexts.loadMore}
      </Button>
    </div>
  );
}
