import type { SentEntry } from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { unsealSubject } from '../security/message-content.ts';
import type { MessageRecipient } from '../store/message-document.ts';
import { sentAtOf } from '../store/sent-at-of.ts';
import type { SentMessage } from '../store/sent-messages.ts';
import { hasAskedInVain } from './has-asked-in-vain.ts';

/** Recipients a line of the list names. */
const NAMED = 3;

/** A message as a line of the list shows it. */
export async function describeSentEntry(message: SentMessage, { keys }: Context): Promise<SentEntry> {
  const recipients = withoutReplaced(message.recipients);
  const countOf = (isMeant: (recipient: MessageRecipient) => boolean) => recipients.filter(isMeant).length;
  return {
    messageId: message._id,
    isPurged: message.state === 'purged',
    subject: message.state === 'purged' ? '' : await unsealSubject(message, keys),
    sentAt: sentAtOf(message).toISOString(),
    recipients: recipients.slice(0, NAMED).map(({ address, name }) => ({ address, name })),
    recipientCount: recipients.length,
    portalCount: countOf(isReader),
    openedCount: countOf(({ openings }) => openings.firstAt !== undefined),
    bouncedCount: countOf((one) => !isRecalled(one) && isBounced(one)),
    recalledCount: countOf(isRecalled),
    unreachableCount: countOf((one) => isReader(one) && (isRecalled(one) || isBounced(one))),
    askedCount: countOf(hasAskedInVain),
  };
}

const isReader = ({ route }: MessageRecipient) => route === 'portal';
const isRecalled = ({ recalledAt }: MessageRecipient) => recalledAt !== null;
const isBounced = ({ bouncedAt }: MessageRecipient) => bouncedAt !== null;

/** Whom it is for: a wrong address whose place another has taken is none of them. */
function withoutReplaced(recipients: readonly MessageRecipient[]): readonly MessageRecipient[] {
  const replaced = new Set(recipients.map(({ replaces }) => replaces));
  return recipients.filter(({ deliveryId }) => !replaced.has(deliveryId));
}
