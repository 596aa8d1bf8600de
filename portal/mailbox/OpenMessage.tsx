import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowReplyAllRegular, ArrowReplyRegular } from '@fluentui/react-icons';
import { Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import type { OpenedMessage } from '../../contract/mailbox.ts';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { PageLink } from '../page/PageLink.tsx';
import { Waiting } from '../page/Waiting.tsx';
import { composeTexts } from '../texts/compose-texts.ts';
import { mailboxTexts } from '../texts/mailbox-texts.ts';
import { AttachmentList } from './AttachmentList.tsx';
import type { MailboxPageProps } from './MailboxPage.tsx';
import { MessageBody } from './MessageBody.tsx';
import { MessageHeader } from './MessageHeader.tsx';
import { nameOf } from './person-names.ts';
import { phone } from './screen-media.ts';
import { useDeliveryChanges } from './use-deliveries.ts';

const useStyles = makeStyles({
  message: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    [phone]: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}` },
  },
  replies: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  reply: { minHeight: '44px' },
});

interface OpenMessageProps extends MailboxPageProps {
  readonly message: OpenedMessage;
}

/** A message with its header, files and body, and above it the reply that is being written. */
export function OpenMessage({ message, session, folder, isReplying, isToAll, ReplyPanel }: OpenMessageProps) {
  const styles = useStyles();
  const [, navigate] = useLocation();
  const { refresh } = useDeliveryChanges();
  const [isReplySent, setIsReplySent] = useState(false);
  const address = `/portal/${folder}/${message.deliveryId}`;
  const sent = () => {
    setIsReplySent(true);
    void refresh('sent');
    navigate(address, { replace: true });
  };
  return (
    <article className={styles.message} aria-labelledby="message-subject">
      {isReplySent && !isReplying ? <ReplySent name={nameOf(message.sender)} /> : null}
      {isReplying && (isToAll ? message.mayReplyAll : message.mayReply) ? (
        <Suspense fallback={<Waiting />}>
          <ReplyPanel
            key={String(isToAll)}
            isToAll={isToAll}
            accountId={session.accountId}
            message={message}
            onSent={sent}
            onClose={() => navigate(address, { replace: true })}
          />
        </Suspense>
      ) : null}
      {message.mayReply && !isReplying ? (
        <div className={styles.replies}>
          <Button
            className={styles.reply}
            appearance="primary"
            icon={<ArrowReplyRegular />}
            onClick={() => navigate(`${address}/reply`)}
          >
            {mailboxTexts.message.reply}
          </Button>
          {message.mayReplyAll ? (
            <Button className={styles.reply} icon={<ArrowReplyAllRegular />} onClick={() => navigate(`${address}/reply-all`)}>
              {composeTexts.replyAll}
            </Button>
          ) : null}
        </div>
      ) : null}
      <MessageHeader message={message} />
      <AttachmentList message={message} />
      <MessageBody message={message} />
    </article>
  );
}

function ReplySent({ name }: { readonly name: string }) {
  return (
    <NoticeBar kind="done">
      {composeTexts.sent(name)} <PageLink to="/portal/sent">{composeTexts.seeSent}</PageLink>
    </NoticeBar>
  );
}
