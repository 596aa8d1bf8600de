import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, lazy, useEffect } from 'react';
import { limits } from '../../contract/limits.ts';
import type { MailboxEntry } from '../../contract/mailbox.ts';
import { lazyPage } from '../../screen/lazy-page.ts';
import { OrganisationMark } from '../page/OrganisationMark.tsx';
import { PageFooter } from '../page/PageFooter.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { useHeaderStyles } from '../page/header-styles.ts';
import { useHiddenStyles } from '../page/hidden-styles.ts';
import { useToldOutcome } from '../page/told-outcome.ts';
import { usePageTitle } from '../page/use-page-title.ts';
import { AccountMenu } from '../session/AccountMenu.tsx';
import { actionTexts } from '../texts/actions-texts.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { searchTexts } from '../texts/search-texts.ts';
import { DeliveryList } from './DeliveryList.tsx';
import { FolderNav } from './FolderNav.tsx';
import { MailboxContext } from './mailbox-context.ts';
import type { MailboxPageProps } from './MailboxPage.tsx';
import { placeOf } from './place-of.ts';
import { ReadingPane } from './ReadingPane.tsx';
import { fixedHeight, medium, phone, wide } from '../page/screen-media.ts';
import { SearchBox } from './search/SearchBox.tsx';
import { useFound } from './search/use-found.ts';
import { SkipLinks } from './SkipLinks.tsx';
import { UndoNotice } from './UndoNotice.tsx';
import { refreshFolders, useDeliveries } from './use-deliveries.ts';
import { useEntry } from './use-entry.ts';
import { useMailboxNews } from './use-mailbox-news.ts';
import { useMailboxState } from './use-mailbox-state.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Fetched when somebody asks for the list of keys. */
const KeysDialog = lazy(() => lazyPage(import('./KeysDialog.tsx').then((module) => module.KeysDialog)));

/** Fetched with the first search. */
const SearchResults = lazy(() => lazyPage(import('./search/SearchResults.tsx').then((module) => module.SearchResults)));

const nothing: readonly MailboxEntry[] = [];

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100dvh',
    backgroundColor: tokens.colorNeutralBackground2,
    [fixedHeight]: { height: '100dvh' },
  },
  mark: { [phone]: { flex: '1 1 96px' } },
  columns: {
    flexGrow: 1,
    display: 'grid',
    minHeight: 0,
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    [medium]: { gridTemplateColumns: '300px minmax(0, 1fr)' },
    [wide]: { gridTemplateColumns: '192px 376px minmax(0, 1fr)', gridTemplateRows: 'minmax(0, 1fr)' },
  },
  nav: { gridColumn: '1 / -1', [wide]: { gridColumn: 'auto' } },
  list: {
    minWidth: 0,
    minHeight: 0,
    borderInlineEndWidth: tokens.strokeWidthThin,
    borderInlineEndStyle: 'solid',
    borderInlineEndColor: tokens.colorNeutralStroke2,
    [phone]: { borderInlineEndStyle: 'none' },
  },
  pane: { minWidth: 0, minHeight: 0, backgroundColor: tokens.colorNeutralBackground1 },
  main: { display: 'contents' },
  // The end of the page must not lie below what floats above it.
  footer: { [phone]: { paddingBlockEnd: '88px' } },
  awayOnPhone: { [phone]: { display: 'none' } },
  away: { display: 'none' },
  oneColumn: {
    gridTemplateRows: 'minmax(0, 1fr)',
    [medium]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    [wide]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** Header, folders, list, message; on a phone and in full screen either the list or the message. */
export function MailboxLayout(props: MailboxPageProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { header } = useHeaderStyles();
  const { session, folder, searchId, deliveryId } = props;
  const deliveries = useDeliveries(folder);
  const found = useFound(session.accountId, searchId);
  const entries = searchId === null ? (deliveries.data?.entries ?? nothing) : found.entries;
  const isLoading = searchId === null ? deliveries.isLoading : found.isLoading;
  const entry = useEntry(deliveryId, entries, !isLoading);
  const { mailbox, changes, announced } = useMailboxState(folder, placeOf(folder, searchId), deliveryId, entries);
  const keys = useShortcuts(mailbox);
  useMailboxNews(mailbox, changes.isChanging);
  useSentElsewhere(session.accountId);
  useFolderTitle(searchId === null ? mailboxTexts.folders[folder] : searchTexts.title);
  const awayBesideMessage = mergeClasses(deliveryId !== null && styles.awayOnPhone, mailbox.isFull && styles.away);
  return (
    <MailboxContext.Provider value={mailbox}>
      <div className={styles.page}>
        <SkipLinks isListShown={!mailbox.isFull} isMessageOpen={deliveryId !== null} />
        <header className={header}>
          <OrganisationMark className={styles.mark} />
          <SearchBox key={searchId} accountId={session.accountId} criteria={found.criteria} />
          <AccountMenu address={session.address} onShowKeys={keys.show} />
        </header>
        <div className={mergeClasses(styles.columns, mailbox.isFull && styles.oneColumn)}>
          <FolderNav folder={searchId === null ? folder : null} className={mergeClasses(styles.nav, awayBesideMessage)} />
          <main className={styles.main}>
            {searchId === null ? (
              <DeliveryList deliveries={deliveries} className={mergeClasses(styles.list, awayBesideMessage)} />
            ) : (
              <Suspense fallback={<Waiting />}>
                <SearchResults
                  accountId={session.accountId}
                  searchId={searchId}
                  found={found}
                  className={mergeClasses(styles.list, awayBesideMessage)}
                />
              </Suspense>
            )}
            <ReadingPane
              {...props}
              entry={entry}
              className={mergeClasses(styles.pane, deliveryId === null && styles.awayOnPhone)}
            />
          </main>
        </div>
        <PageFooter className={deliveryId === null ? styles.footer : undefined} />
        <UndoNotice notice={changes.notice} onUndo={mailbox.undo} onDismiss={changes.dismiss} />
        <div role="status" className={hidden.text}>
          {announced}
        </div>
        <Suspense>{keys.isShown ? <KeysDialog keys={keys} /> : null}</Suspense>
      </div>
    </MailboxContext.Provider>
  );
}

function useFolderTitle(title: string): void {
  const unread = useDeliveries('inbox').data?.unreadCount ?? 0;
  usePageTitle(unread > 0 ? actionTexts.titleWithUnread(unread, limits.countedUnread, title) : title);
}

/** *Sent* learns of a message whose author went on before it was sent. */
function useSentElsewhere(accountId: string): void {
  const client = useQueryClient();
  const outcome = useToldOutcome(accountId);
  useEffect(() => {
    if (outcome?.failure === null) void refreshFolders(client, ['sent']);
  }, [outcome, client]);
}
