import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DeleteRegular, DraftsRegular, EditRegular, MailInboxRegular, SendRegular } from '@fluentui/react-icons';
import { Link } from 'wouter';
import { type Folder, folders } from '../../contract/mailbox.ts';
import { limits } from '../../contract/limits.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { forcedColours, phone, wide } from './screen-media.ts';
import { useDeliveries } from './use-deliveries.ts';
import { useHiddenStyles } from '../page/hidden-styles.ts';

const icons = { inbox: MailInboxRegular, sent: SendRegular, deleted: DeleteRegular } as const;

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [wide]: {
      flexDirection: 'column',
      padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}`,
      borderBottom: 'none',
      borderInlineEndWidth: tokens.strokeWidthThin,
      borderInlineEndStyle: 'solid',
      borderInlineEndColor: tokens.colorNeutralStroke2,
    },
  },
  folder: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    [phone]: { flexGrow: 1, justifyContent: 'center' },
  },
  open: {
    [forcedColours]: { outline: `${tokens.strokeWidthThick} solid Highlight`, outlineOffset: '-2px' },
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  iconOpen: { color: tokens.colorBrandForeground1 },
  count: {
    marginInlineStart: 'auto',
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    [phone]: { marginInlineStart: 0 },
  },
});

/** The folders, with the number of unread messages. */
export function FolderNav({ folder: open, className }: { readonly folder: Folder; readonly className: string }) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const unreadCount = useDeliveries('inbox').data?.unreadCount ?? 0;
  const words = mailboxTexts;
  return (
    <nav className={mergeClasses(styles.nav, className)} aria-label={words.folderNames}>
      {folders
        .filter((folder) => folder !== 'deleted')
        .map((folder) => {
          const Icon = icons[folder];
          const isOpen = folder === open;
          return (
            <Link
              key={folder}
              href={`/portal/${folder}`}
              className={mergeClasses(styles.folder, isOpen && styles.open)}
              aria-current={isOpen ? 'page' : undefined}
            >
              <Icon className={mergeClasses(styles.icon, isOpen && styles.iconOpen)} aria-hidden />
              {words.folders[folder]}
              {folder === 'inbox' && unreadCount > 0 ? (
                <span className={styles.count}>
                  <span aria-hidden>{words.unreadCount(unreadCount, limits.countedUnread)}</span>
                  <span className={hidden.text}>, {words.unreadInWords(unreadCount, limits.countedUnread)}</span>
                </span>
              ) : null}
            </Link>
          );
        })}
      <Link href="/portal/drafts" className={styles.folder}>
        <DraftsRegular className={styles.icon} aria-hidden />
        {composeTexts.drafts.title}
      </Link>
      <Link href="/portal/compose" className={styles.folder}>
        <EditRegular className={styles.icon} aria-hidden />
        {composeTexts.compose}
      </Link>
    </nav>
  );
}
