import type * as compose from '../../contract/compose.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { Context } from '../context.ts';
import type { Recipient } from '../http/who.ts';
import { readQuota } from '../store/quotas.ts';
import { quotasOf } from './quotas.ts';

/** What the caller may still send in the hour and the day that run. */
export async function readAllowance(
  _input: object,
  { accountId }: Recipient,
  { config, clock }: Context,
): Promise<OutputOf<typeof compose.readAllowance>> {
  const now = clock.now();
  const { messages, bytes } = quotasOf(accountId, config);
  const [sent, traffic] = await Promise.all([readQuota(messages.key, messages.rule, now), readQuota(bytes.key, bytes.rule, now)]);
  const messagesLeft = Math.max(0, messages.rule.units - sent.used);
  return {
    messagesLeft,
    messagesAgainAt: messagesLeft === 0 ? (sent.endsAt?.toISOString() ?? null) : null,
    bytesLeft: Math.max(0, bytes.rule.units - traffic.used),
    bytesPerDay: bytes.rule.units,
    bytesAgainAt: traffic.endsAt?.toISOString() ?? null,
  };
}
