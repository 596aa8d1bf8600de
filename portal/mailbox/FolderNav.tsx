import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DeleteRegular, DraftsRegular, type FluentIcon, MailInboxRegular, SendRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Folder } from '../../contract/mailbox.ts';
import { limits } from '../../contract/limits.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { ComposeLink } from './ComposeLink.tsx';
import { forcedColours, phone, wide } from '../page/screen-media.ts';
import { useDeliveries } from './use-deliveries.ts';
import { useHiddenStyles } from '../page/hidden-styles.ts';

/** Five names side by side, some of them long. Begins as `phone` does, since style sheets of media queries stand in their alphabetical order. */
const narrow = '@media (max-width: 700px) and (max-width: 389px)';

const useStyles = makeStyles({
  nav: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [narrow]: { gap: 0, paddingInline: tokens.spacingHorizontalXS },
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
    [phone]: {
      flexGrow: 1,
      flexDirection: 'column',
      justifyContent: 'center',
      gap: 0,
      paddingInline: tokens.spacingHorizontalXS,
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
    },
    [narrow]: {
      minWidth: 0,
      paddingInline: tokens.spacingHorizontalXXS,
      fontSize: tokens.fontSizeBase100,
      overflowWrap: 'anywhere',
    },
  },
  open: {
    [forcedColours]: { outline: `${tokens.strokeWidthThick} solid Highlight`, outlineOffset: '-2px' },
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  iconOpen: { color: tokens.colorBrandForeground1 },
  name: {
    display: 'flex',
    flexGrow: 1,
    gap: tokens.spacingHorizontalS,
    [phone]: { flexGrow: 0, gap: tokens.spacingHorizontalXS },
  },
  count: {
    marginInlineStart: 'auto',
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    [phone]: { marginInlineStart: 0 },
  },
});

/** What one goes to from everywhere in the mailbox. */
export type NavFolder = Folder | 'drafts';

interface FolderNavProps {
  /** The one that is shown; null where a search is. */
  readonly folder: NavFolder | null;
  readonly className: string;
}

/** The way to a new message, and the folders with the number of unread messages. */
export function FolderNav({ folder, className }: FolderNavProps) {
  const styles = useStyles();
  const { folders, folderNames } = mailboxTexts;
  return (
    <nav className={mergeClasses(styles.nav, className)} aria-label={folderNames}>
      <ComposeLink />
      <NavLink to="/portal/inbox" Icon={MailInboxRegular} isOpen={folder === 'inbox'} name={folders.inbox}>
        <UnreadCount />
      </NavLink>
      <NavLink to="/portal/sent" Icon={SendRegular} isOpen={folder === 'sent'} name={folders.sent} />
      <NavLink to="/portal/drafts" Icon={DraftsRegular} isOpen={folder === 'drafts'} name={composeTexts.drafts.title} />
      <NavLink to="/portal/deleted" Icon={DeleteRegular} isOpen={folder === 'deleted'} name={folders.deleted} />
    </nav>
  );
}

interface NavLinkProps {
  readonly to: string;
  readonly Icon: FluentIcon;
  readonly isOpen: boolean;
  readonly name: string;
  readonly children?: ReactNode;
}

function NavLink({ to, Icon, isOpen, name, children }: NavLinkProps) {
  const styles = useStyles();
  return (
    <Link href={to} className={mergeClasses(styles.folder, isOpen && styles.open)} aria-current={isOpen ? 'page' : undefined}>
      <Icon className={mergeClasses(styles.icon, isOpen && styles.iconOpen)} aria-hidden />
      <span className={styles.name}>
        {name}
        {children}
      </span>
    </Link>
  );
}

function UnreadCount() {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const unreadCount = useDeliveries('inbox').data?.unreadCount ?? 0;
  const words = mailboxTexts;
  if (unreadCount === 0) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden>{words.unreadCount(unreadCount, limits.countedUnread)}</span>
      <span className={hidden.text}>, {words.unreadInWords(unreadCount, limits.countedUnread)}</span>
    </span>
  );
}
