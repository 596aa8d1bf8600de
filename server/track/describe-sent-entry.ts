import type { SentEntry } from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { unsealSubject } from '../security/message-content.ts';
import type { SentMessage } from '../store/sent-messages.ts';
import { hasAskedInVain } from './has-asked-in-vain.ts';

/** Recipients a line of the list names. */
const NAMED = 3;

/** A message as a line of the list shows it. */
export async function describeSentEntry(message: SentMessage, { keys }: Context): Promise<SentEntry> {
  const { recipients } = message;
  const countOf = (isMeant: (recipient: SentMessage['recipients'][number]) => boolean) => recipients.filter(isMeant).length;
  return {
    messageId: message._id,
    isPurged: message.state === 'purged',
    subject: message.state === 'purged' ? '' : await unsealSubject(message, keys),
    sentAt: sentAtOf(message).toISOString(),
    recipients: recipients.slice(0, NAMED).map(({ address, name }) => ({ address, name })),
    recipientCount: recipients.length,
    portalCount: countOf(({ route }) => route === 'portal'),
    openedCount: countOf(({ openings }) => openings.firstAt !== undefined),
    bouncedCount: countOf(({ bouncedAt }) => bouncedAt !== null),
    recalledCount: countOf(({ recalledAt }) => recalledAt !== null),
    askedCount: countOf(hasAskedInVain),
  };
}

/** When a message was accepted. */
export const sentAtOf = ({ acceptedAt, createdAt }: Pick<SentMessage, 'acceptedAt' | 'createdAt'>) => acceptedAt ?? createdAt;
