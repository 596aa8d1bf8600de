import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense, lazy, useEffect } from 'react';
import type { SearchCriteria } from '../../contract/mailbox.ts';
import { lazyPage } from '../../screen/lazy-page.ts';
import { OrganisationMark } from '../page/OrganisationMark.tsx';
import { PageFooter } from '../page/PageFooter.tsx';
import { useHeaderStyles } from '../page/header-styles.ts';
import { useHiddenStyles } from '../page/hidden-styles.ts';
import { fixedHeight, medium, phone, wide } from '../page/screen-media.ts';
import { useToldOutcome } from '../page/told-outcome.ts';
import { AccountMenu } from '../session/AccountMenu.tsx';
import type { Session } from '../session/use-session.ts';
import { FolderNav, type NavFolder } from './FolderNav.tsx';
import { MailboxContext } from './mailbox-context.ts';
import { SearchBox } from './search/SearchBox.tsx';
import { SkipLinks } from './SkipLinks.tsx';
import { UndoNotice } from './UndoNotice.tsx';
import { refreshFolders } from './use-deliveries.ts';
import { useMailboxNews } from './use-mailbox-news.ts';
import type { useMailboxState } from './use-mailbox-state.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Fetched when somebody asks for the list of keys. */
const KeysDialog = lazy(() => lazyPage(import('./KeysDialog.tsx').then((module) => module.KeysDialog)));

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
  main: { display: 'contents' },
  // The end of the page must not lie below what floats above it.
  footer: { [phone]: { paddingBlockEnd: '88px' } },
  oneColumn: {
    gridTemplateRows: 'minmax(0, 1fr)',
    [medium]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    [wide]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

interface MailboxFrameProps extends ReturnType<typeof useMailboxState> {
  readonly session: Session;
  /** The folder that is shown; null where a search is. */
  readonly folder: NavFolder | null;
  /** The search that is shown. */
  readonly searchId: string | null;
  readonly criteria: SearchCriteria | null;
  /** What hides the folders where there is room for the message alone. */
  readonly away?: string;
  readonly children: ReactNode;
}

/** What stands around every folder of the mailbox: search, account, folders, keys, undo. */
export function MailboxFrame({
  session,
  folder,
  searchId,
  criteria,
  away,
  mailbox,
  changes,
  announced,
  children,
}: MailboxFrameProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { header } = useHeaderStyles();
  const keys = useShortcuts(mailbox);
  useMailboxNews(mailbox, changes.isChanging);
  useSentElsewhere(session.accountId);
  const isMessageOpen = mailbox.openId !== null;
  return (
    <MailboxContext.Provider value={mailbox}>
      <div className={styles.page}>
        <SkipLinks isListShown={!mailbox.isFull} isMessageOpen={isMessageOpen} />
        <header className={header}>
          <OrganisationMark className={styles.mark} />
          <SearchBox key={searchId} accountId={session.accountId} criteria={criteria} />
          <AccountMenu address={session.address} onShowKeys={keys.show} />
        </header>
        <div className={mergeClasses(styles.columns, mailbox.isFull && styles.oneColumn)}>
          <FolderNav folder={folder} className={mergeClasses(styles.nav, away)} />
          <main className={styles.main}>{children}</main>
        </div>
        <PageFooter className={isMessageOpen ? undefined : styles.footer} />
        <UndoNotice notice={changes.notice} onUndo={mailbox.undo} onDismiss={changes.dismiss} />
        <div role="status" className={hidden.text}>
          <span key={announced.number}>{announced.sentence}</span>
        </div>
        <Suspense>{keys.isShown ? <KeysDialog keys={keys} /> : null}</Suspense>
      </div>
    </MailboxContext.Provider>
  );
}

/** *Sent* learns of a message whose author went on before it was sent. */
function useSentElsewhere(accountId: string): void {
  const client = useQueryClient();
  const outcome = useToldOutcome(accountId);
  useEffect(() => {
    if (outcome?.failure === null) void refreshFolders(client, ['sent']);
  }, [outcome, client]);
}
