import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Folder } from '../../contract/mailbox.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { DeliveryRow } from './DeliveryRow.tsx';
import { EmptyFolder } from './EmptyFolder.tsx';
import { fixedHeight } from './screen-media.ts';
import type { useDeliveries } from './use-deliveries.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column' },
  heading: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  scroll: { flexGrow: 1, minHeight: 0, [fixedHeight]: { overflowY: 'auto' } },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  more: { display: 'grid', placeItems: 'center', padding: tokens.spacingVerticalM },
  button: { minHeight: '44px' },
  failed: { padding: tokens.spacingHorizontalM },
});

interface DeliveryListProps {
  readonly folder: Folder;
  readonly deliveries: ReturnType<typeof useDeliveries>;
  readonly openId: string | null;
  readonly className: string;
}

/** What is in a folder; more of it comes as the reader scrolls on. */
export function DeliveryList({ folder, deliveries, openId, className }: DeliveryListProps) {
  const styles = useStyles();
  const { data, error } = deliveries;
  const FolderName = openId === null ? 'h1' : 'h2';
  return (
    <section className={mergeClasses(styles.column, className)} aria-labelledby="folder-name" aria-busy={deliveries.isLoading}>
      <FolderName id="folder-name" className={styles.heading}>
        {mailboxTexts.folders[folder]}
      </FolderName>
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
            {data.entries.map((entry) => (
              <DeliveryRow key={entry.deliveryId} entry={entry} folder={folder} isOpen={entry.deliveryId === openId} />
            ))}
          </ul>
        ) : null}
        {deliveries.hasNextPage ? <LoadMore deliveries={deliveries} /> : null}
      </div>
    </section>
  );
}

function LoadMore({ deliveries }: Pick<DeliveryListProps, 'deliveries'>) {
  const styles = useStyles();
  const end = useRef<HTMLDivElement>(null);
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = deliveries;
  useEffect(() => {
    if (!end.current || typeof IntersectionObserver === 'undefined' || isFetchingNextPage || isFetchNextPageError) return;
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && void fetchNextPage(), { rootMargin: '400px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError]);
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
