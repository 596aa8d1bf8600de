import { makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowReplyAllRegular,
  ArrowReplyRegular,
  ArrowUndoRegular,
  DeleteRegular,
  FullScreenMaximizeRegular,
  FullScreenMinimizeRegular,
  MailReadRegular,
  MailUnreadRegular,
  PrintRegular,
} from '@fluentui/react-icons';
import { useLocation } from 'wouter';
import type { MailboxEntry } from '../../contract/mailbox.ts';
import { actionTexts } from '../texts/actions-texts.ts';
import { useMailbox } from './mailbox-context.ts';
import { messageAddress } from './message-address.ts';
import { phone } from '../page/screen-media.ts';
import { ToolButton } from './ToolButton.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
    [phone]: { marginInlineStart: 0, gap: 0 },
  },
  fullScreen: { marginInlineStart: 'auto', [phone]: { display: 'none' } },
});

interface MessageToolbarProps {
  readonly deliveryId: string;
  readonly entry: MailboxEntry | null;
  /** What answers the message; absent where it may not be answered. */
  readonly onReply?: (() => void) | undefined;
  readonly onReplyAll?: (() => void) | undefined;
  /** Prints the message; absent where the sender does not allow it. */
  readonly onPrint?: (() => void) | undefined;
}

/** What one can do with the open message. While messages are chosen in the list, deleting and marking stand there alone. */
export function MessageToolbar({ deliveryId, entry, onReply, onReplyAll, onPrint }: MessageToolbarProps) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { place, chosenIds, isFull } = useMailbox();
  const toggleFull = () => navigate(messageAddress(place, deliveryId, !isFull), isFull ? {} : { state: { focus: 'message' } });
  const words = actionTexts;
  return (
    <div className={styles.bar} role="group" aria-label={words.forMessage}>
      {onReply ? <ToolButton label={words.reply} icon={<ArrowReplyRegular />} appearance="primary" onClick={onReply} /> : null}
      {onReplyAll ? <ToolButton label={words.replyAll} icon={<ArrowReplyAllRegular />} onClick={onReplyAll} /> : null}
      {chosenIds.size === 0 || isFull ? <ChangeButtons entry={entry} /> : null}
      {onPrint ? <ToolButton label={words.print} icon={<PrintRegular />} onClick={onPrint} /> : null}
      <ToolButton
        className={styles.fullScreen}
        label={words.fullScreen}
        icon={isFull ? <FullScreenMinimizeRegular /> : <FullScreenMaximizeRegular />}
        appearance={isFull ? 'secondary' : 'subtle'}
        isOn={isFull}
        onClick={toggleFull}
      />
    </div>
  );
}

function ChangeButtons({ entry }: Pick<MessageToolbarProps, 'entry'>) {
  const { change } = useMailbox();
  const words = actionTexts;
  if (!entry) return null;
  const { deliveryId, isUnread, isOwn } = entry;
  const make = (wanted: Parameters<typeof change>[0]) => () => change(wanted, [deliveryId]);
  return (
    <>
      {entry.folder === 'deleted' ? (
        <ToolButton label={words.restore} icon={<ArrowUndoRegular />} onClick={make('restore')} />
      ) : (
        <ToolButton label={words.delete} icon={<DeleteRegular />} onClick={make('delete')} />
      )}
      {isOwn ? null : isUnread ? (
        <ToolButton label={words.markRead} icon={<MailReadRegular />} onClick={make('read')} />
      ) : (
        <ToolButton label={words.markUnread} icon={<MailUnreadRegular />} onClick={make('unread')} />
      )}
    </>
  );
}
