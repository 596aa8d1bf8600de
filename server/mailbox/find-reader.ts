import type { Folder } from '../../contract/mailbox.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { findOwnDelivery } from '../store/deliveries.ts';
import type { Reader } from '../store/readings.ts';
import { shownFolder } from './describe-entry.ts';

/** An entry of the caller's own mailbox. */
export interface OwnEntry extends Reader {
  readonly role: 'reader' | 'author';
  readonly folder: Folder;
}

/** The caller's entry with this id. A foreign and an unknown id are the same. @throws message_not_found */
export async function findReader(deliveryId: string, { accountId }: Recipient): Promise<OwnEntry> {
  const delivery = await findOwnDelivery(deliveryId, accountId);
  if (!delivery) throw new AppError('message_not_found');
  return { messageId: delivery.messageId, deliveryId, accountId, role: delivery.role, folder: shownFolder(delivery) };
}
