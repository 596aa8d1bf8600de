import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons';
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
  reply: { alignSelf: 'flex-start', minHeight: '44px' },
});

interface OpenMessageProps extends MailboxPageProps {
  readonly message: OpenedMessage;
}

/** A message with its header, files and body, and above it the reply that is being written. */
export function OpenMessage({ message, session, folder, isReplying, ReplyPanel }: OpenMessageProps) {
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
      {isReplying && message.mayReply ? (
        <Suspense fallback={<Waiting />}>
          <ReplyPanel
            accountId={session.accountId}
            message={message}
            onSent={sent}
            onClose={() => navigate(address, { replace: true })}
          />
        </Suspense>
      ) : null}
      {message.mayReply && !isReplying ? (
        <Button
          className={styles.reply}
          appearance="primary"
          icon={<ArrowReplyRegular />}
          onClick={() => navigate(`${address}/reply`)}
        >
          {mailboxTexts.message.reply}
        </Button>
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
