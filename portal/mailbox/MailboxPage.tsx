import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import type { Folder, OpenedMessage } from '../../contract/mailbox.ts';
import { type Session, useSession } from '../session/use-session.ts';
import { useSessionKept } from '../session/use-session-kept.ts';
import { type DraftListType, DraftsLayout } from './DraftsLayout.tsx';
import { MailboxLayout } from './MailboxLayout.tsx';
import { createMailboxClient } from './create-mailbox-client.ts';

/** Where a reply is written; the mailbox shows it and hears what became of it. */
export interface ReplyPanelProps {
  readonly accountId: string;
  readonly message: OpenedMessage;
  /** Whether the answer also goes to the others. */
  readonly isToAll: boolean;
  /** The reply is on its way. */
  readonly onSent: () => void;
  /** Its author no longer wants to write it. */
  readonly onClose: () => void;
}

export interface MailboxPageProps {
  readonly session: Session;
  readonly folder: Folder;
  /** The search whose results stand in the place of the folder. */
  readonly searchId: string | null;
  readonly deliveryId: string | null;
  readonly isReplying: boolean;
  readonly isToAll: boolean;
  readonly ReplyPanel: ComponentType<ReplyPanelProps>;
  /** What stands in the place of list and message where the folder is *Drafts*. */
  readonly DraftList: DraftListType | null;
}

/** Everything somebody who is signed in reads and answers. */
export function MailboxPage(props: MailboxPageProps) {
  const { end } = useSession();
  const [client] = useState(() => createMailboxClient(end));
  useSessionKept();
  return (
    <QueryClientProvider client={client}>
      {props.DraftList ? <DraftsLayout session={props.session} DraftList={props.DraftList} /> : <MailboxLayout {...props} />}
    </QueryClientProvider>
  );
}
