import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { MailboxEntry, OpenedMessage } from '../../contract/mailbox.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { PageLink } from '../page/PageLink.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { composeTexts } from '../texts/compose-texts.ts';
import { AttachmentList } from './AttachmentList.tsx';
import { Conversation } from './Conversation.tsx';
import type { MailboxPageProps } from './MailboxPage.tsx';
import { MessageBody } from './MessageBody.tsx';
import { MessageHeader } from './MessageHeader.tsx';
import { MessageToolbar } from './MessageToolbar.tsx';
import { nameOf, namesOf } from './person-names.ts';
import { printMessage } from './reading/print-message.ts';
import { phone } from '../page/screen-media.ts';
import { refreshFolders } from './use-deliveries.ts';
import { useReplyAddress } from './use-reply-address.ts';

const useStyles = makeStyles({
  message: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    [phone]: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}` },
  },
});

interface OpenMessageProps extends MailboxPageProps {
  readonly message: OpenedMessage;
  /** What the list knows of it. */
  readonly entry: MailboxEntry | null;
}

/** A message with its header, files and body, and above it the reply that is being written. */
export function OpenMessage({ message, entry, session, isReplying, isToAll, ReplyPanel }: OpenMessageProps) {
  const styles = useStyles();
  const client = useQueryClient();
  const reply = useReplyAddress(message.deliveryId);
  /** How many others the last answer reached beside the sender; null before one was sent. */
  const [sentToOthers, setSentToOthers] = useState<number | null>(null);
  const sent = () => {
    setSentToOthers(isToAll ? message.others.length : 0);
    void refreshFolders(client, ['sent']);
    reply.close();
  };
  return (
    <article className={styles.message} aria-labelledby="message-subject">
      <MessageToolbar
        deliveryId={message.deliveryId}
        entry={entry}
        onReply={message.mayReply && !isReplying ? () => reply.open('reply') : undefined}
        onReplyAll={message.mayReplyAll && !isReplying ? () => reply.open('reply-all') : undefined}
        onPrint={message.mayPrint ? printMessage : undefined}
      />
      {sentToOthers !== null && !isReplying ? <ReplySent name={nameOf(message.sender)} others={sentToOthers} /> : null}
      {isReplying && (isToAll ? message.mayReplyAll : message.mayReply) ? (
        <Suspense fallback={<Waiting />}>
          <ReplyPanel
            key={String(isToAll)}
            isToAll={isToAll}
            accountId={session.accountId}
            message={message}
            onSent={sent}
            onClose={reply.close}
          />
        </Suspense>
      ) : null}
      {message.undelivered.length > 0 ? (
        <NoticeBar kind="fact">{composeTexts.undelivered(namesOf(message.undelivered))}</NoticeBar>
      ) : null}
      <MessageHeader message={message} />
      <Conversation deliveryId={message.deliveryId} />
      <AttachmentList message={message} />
      <MessageBody message={message} />
    </article>
  );
}

function ReplySent({ name, others }: { readonly name: string; readonly others: number }) {
  return (
    <NoticeBar kind="done">
      {composeTexts.sent(name, others)} <PageLink to="/portal/sent">{composeTexts.seeSent}</PageLink>
    </NoticeBar>
  );
}
