import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { OrganisationMark } from '../page/OrganisationMark.tsx';
import { PageFooter } from '../page/PageFooter.tsx';
import { usePageTitle } from '../page/use-page-title.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { DeliveryList } from './DeliveryList.tsx';
import { FolderNav } from './FolderNav.tsx';
import type { MailboxPageProps } from './MailboxPage.tsx';
import { ReadingPane } from './ReadingPane.tsx';
import { fixedHeight, medium, phone, wide } from './screen-media.ts';
import { useDeliveries } from './use-deliveries.ts';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100dvh',
    backgroundColor: tokens.colorNeutralBackground2,
    [fixedHeight]: { height: '100dvh' },
  },
  header: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
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
  awayOnPhone: { [phone]: { display: 'none' } },
});

/** Header, folders, list, message; on a phone either the list or the message. */
export function MailboxLayout(props: MailboxPageProps) {
  const styles = useStyles();
  const { session, folder, deliveryId } = props;
  const deliveries = useDeliveries(folder);
  const entry = deliveries.data?.entries.find((known) => known.deliveryId === deliveryId) ?? null;
  usePageTitle(mailboxTexts.folders[folder]);
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <OrganisationMark />
        <AccountMenu address={session.address} />
      </header>
      <div className={styles.columns}>
        <FolderNav folder={folder} className={mergeClasses(styles.nav, deliveryId !== null && styles.awayOnPhone)} />
        <main className={styles.main}>
          <DeliveryList
            folder={folder}
            deliveries={deliveries}
            openId={deliveryId}
            className={mergeClasses(styles.list, deliveryId !== null && styles.awayOnPhone)}
          />
          <ReadingPane
            {...props}
            entry={entry}
            className={mergeClasses(styles.pane, deliveryId === null && styles.awayOnPhone)}
          />
        </main>
      </div>
      <PageFooter />
    </div>
  );
}
