import type { Context } from '../context.ts';
import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';
import { oweMail } from '../store/outbox.ts';

/** Owes a recipient the notification once more, once for each `occasion`; false when it is owed for this one already. */
export async function oweNotification(
  { deliveryId, address, accountId }: MessageRecipient,
  { _id, version }: Pick<MessageDocument, '_id' | 'version'>,
  occasion: string,
  { clock }: Context,
): Promise<boolean> {
  const about = { messageId: _id, deliveryId, address, version, ...(accountId === null ? {} : { accountId }) };
  return oweMail({ ...about, _id: `notification:${deliveryId}:${occasion}`, kind: 'notification', route: 'relay' }, clock.now());
}
