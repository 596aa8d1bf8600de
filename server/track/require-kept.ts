import { AppError } from '../errors.ts';
import type { MessageDocument } from '../store/message-document.ts';
import { listPurgedEntries } from '../store/deliveries.ts';

/** Of the chosen recipients of a message (null: all) those who have not deleted it for good: a link to such an entry opens nothing, so nobody is told
 *  of it again. @throws message_deleted when nobody else was chosen */
export async function requireKept(
  { recipients }: Pick<MessageDocument, 'recipients'>,
  deliveryIds: readonly string[] | null,
): Promise<readonly string[] | null> {
  const chosen = recipients
    .filter(({ route, deliveryId }) => route === 'portal' && (deliveryIds?.includes(deliveryId) ?? true))
    .map(({ deliveryId }) => deliveryId);
  const purged = await listPurgedEntries(chosen);
  if (purged.size === 0) return deliveryIds;
  const kept = chosen.filter((deliveryId) => !purged.has(deliveryId));
  if (kept.length === 0) throw new AppError('message_deleted');
  return kept;
}
