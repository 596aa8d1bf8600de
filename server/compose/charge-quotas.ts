import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { chargeIfFits, giveBackCharge } from '../store/quotas.ts';
import { quotasOf } from './quotas.ts';

/** Charges a message and the bytes of its files to an account's quotas before it is sent; the same message is charged once. Answers how to give
 *  the charges back, for a message that was not accepted. @throws quota_reached with the limit and when to come again */
export async function chargeQuotas(
  accountId: string,
  messageId: string,
  bytes: number,
  { config, clock }: Context,
): Promise<() => Promise<void>> {
  const now = clock.now();
  const { messages, bytes: traffic } = quotasOf(accountId, config);
  const charged: string[] = [];
  const giveBack = async () => {
    for (const key of charged) await giveBackCharge(key, messageId);
  };
  for (const [quota, units, limit] of [
    [messages, 1, messages.rule.units],
    [traffic, bytes, traffic.rule.units],
  ] as const) {
    const endsAt = await chargeIfFits(quota.key, quota.rule, { id: messageId, units }, now);
    if (endsAt) {
      await giveBack();
      const retryAfterSeconds = Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000));
      const fields = quota === messages ? ['messages'] : ['attachments'];
      throw new AppError('quota_reached', { limit, retryAfterSeconds, fields });
    }
    charged.push(quota.key);
  }
  return giveBack;
}
