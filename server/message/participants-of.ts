import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';

type Participant = Pick<MessageRecipient, 'address' | 'name' | 'kind' | 'route'>;

/** Whom an answer to a message can reach: its sender, and the others it was openly sent to, without the answering account. Nobody learns of a Bcc, and
 *  somebody it was taken back from gets nothing of it. Staff get mail, accounts read in the portal. */
export function participantsOf(message: MessageDocument, accountId: string): { sender: Participant; others: Participant[] } {
  const { author, recipients } = message;
  const sender: Participant = {
    address: author.address,
    name: author.name,
    kind: 'to',
    route: author.kind === 'staff' ? 'mail' : 'portal',
  };
  const own = recipients.find((recipient) => recipient.accountId === accountId)?.address;
  const others = recipients
    .filter(({ kind, recalledAt }) => kind !== 'bcc' && recalledAt === null)
    .filter(({ address }) => address !== own && address !== author.address)
    .map(({ address, name, kind, route }): Participant => ({ address, name, kind, route }));
  return { sender, others };
}
