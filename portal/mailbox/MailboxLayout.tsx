import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, lazy } from 'react';
import type { MailboxEntry } from '../../contract/mailbox.ts';
import { lazyPage } from '../../screen/lazy-page.ts';
import { Waiting } from '../page/Waiting.tsx';
import { phone } from '../page/screen-media.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { searchTexts } from '../texts/search-texts.ts';
import { DeliveryList } from './DeliveryList.tsx';
import { MailboxFrame } from './MailboxFrame.tsx';
import type { MailboxPageProps } from './MailboxPage.tsx';
import { placeOf } from './place-of.ts';
import { ReadingPane } from './ReadingPane.tsx';
import { useFound } from './search/use-found.ts';
import { useDeliveries } from './use-deliveries.ts';
import { useEntry } from './use-entry.ts';
import { useFolderTitle } from './use-folder-title.ts';
import { useMailboxState } from './use-mailbox-state.ts';

/** Fetched with the first search. */
const SearchResults = lazy(() => lazyPage(import('./search/SearchResults.tsx').then((module) => module.SearchResults)));

const nothing: readonly MailboxEntry[] = [];

const useStyles = makeStyles({
  list: {
    minWidth: 0,
    minHeight: 0,
    borderInlineEndWidth: tokens.strokeWidthThin,
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke2,
    [phone]: { borderInlineEndStyle: 'none' },
  },
  pane: { minWidth: 0, minHeight: 0, backgroundColor: tokens.colorNeutralBackground1 },
  awayOnPhone: { [phone]: { display: 'none' } },
  away: { display: 'none' },
});

/** Folders, list, message; on a phone and in full screen either the list or the message. */
export function MailboxLayout(props: MailboxPageProps) {
  const styles = useStyles();
  const { session, folder, searchId, deliveryId } = props;
  const deliveries = useDeliveries(folder);
  const found = useFound(session.accountId, searchId);
  const entries = searchId === null ? (deliveries.data?.entries ?? nothing) : found.entries;
  const isLoading = searchId === null ? deliveries.isLoading : found.isLoading;
  const entry = useEntry(deliveryId, entries, !isLoading);
  const state = useMailboxState(folder, placeOf(folder, searchId), deliveryId, entries);
  useFolderTitle(searchId === null ? mailboxTexts.folders[folder] : searchTexts.title);
  const away = mergeClasses(deliveryId !== null && styles.awayOnPhone, state.mailbox.isFull && styles.away);
  const list = mergeClasses(styles.list, away);
  const navFolder = searchId === null ? folder : null;
  return (
    <MailboxFrame {...state} {...{ session, searchId, away }} folder={navFolder} criteria={found.criteria}>
      {searchId === null ? (
        <DeliveryList deliveries={deliveries} className={list} />
      ) : (
        <Suspense fallback={<Waiting />}>
          <SearchResults accountId={session.accountId} searchId={searchId} found={found} className={list} />
        </Suspense>
      )}
      <ReadingPane {...props} entry={entry} className={mergeClasses(styles.pane, deliveryId === null && styles.awayOnPhone)} />
    </MailboxFrame>
  );
}
