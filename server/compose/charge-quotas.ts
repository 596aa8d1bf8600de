import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { randomId } from '../security/random-id.ts';
import { attemptAt, chargeIfFits, giveBackCharge, settleCharge } from '../store/quotas.ts';
import { quotasOf } from './quotas.ts';

/** What an attempt to send a message was charged. */
interface Charge {
  /** For an attempt that failed. */
  giveBack(): Promise<void>;
  /** For one that was answered by the message: however many attempts were, the message is charged once. */
  settle(): Promise<void>;
}

/** Charges an attempt to send a message and the bytes of its files to an account's quotas. Each attempt by itself, so that none gives back or passes
 *  for the charge of another that runs at the same moment. @throws quota_reached with the limit and when to come again */
export async function chargeQuotas(
  accountId: string,
  messageId: string,
  bytes: number,
  { config, clock }: Context,
): Promise<Charge> {
  const now = clock.now();
  const attemptId = attemptAt(messageId, randomId());
  const { messages, bytes: traffic } = quotasOf(accountId, config);
  const charged: string[] = [];
  const giveBack = async () => {
    for (const key of charged) await giveBackCharge(key, attemptId);
  };
  for (const [quota, units, limit] of [
    [messages, 1, messages.rule.units],
    [traffic, bytes, traffic.rule.units],
  ] as const) {
    const endsAt = await chargeIfFits(quota.key, quota.rule, { id: attemptId, units }, now);
    if (endsAt) {
      await giveBack();
      const retryAfterSeconds = Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1000));
      const fields = quota === messages ? ['messages'] : ['attachments'];
      throw new AppError('quota_reached', { limit, retryAfterSeconds, fields });
    }
    charged.push(quota.key);
  }
  const settle = async () => {
    await Promise.all(charged.map((key) => settleCharge(key, attemptId, messageId)));
  };
  return { giveBack, settle };
}
