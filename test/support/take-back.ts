import { listSent, recallMessage } from '../../contract/track.ts';
import type { Product } from './product.ts';
import { staffCall } from './staff-call.ts';

/** Takes a message back from everybody, as its sender does. */
export async function takeBack(product: Product, subject: string): Promise<void> {
  const call = await staffCall(product);
  const { entries } = await call(listSent, {});
  const sent = entries.find((entry) => entry.subject === subject);
  await call(recallMessage, { messageId: sent?.messageId ?? '', deliveryIds: null });
}
