import type { Context } from '../context.ts';
import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';
import { oweMail } from '../store/outbox.ts';
import { mailOwedTo } from './mails-owed.ts';

/** Owes a recipient the notification once more, once for each `occasion`; false when it is owed for this one already. */
export async function oweNotification(
  recipient: MessageRecipient,
  message: MessageDocument,
  occasion: string,
  { clock }: Context,
): Promise<boolean> {
  const first = mailOwedTo(recipient, message);
  return oweMail({ ...first, _id: `${first._id}:${occasion}` }, clock.now());
}
