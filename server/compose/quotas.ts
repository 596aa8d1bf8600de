import type { Config } from '../config.ts';
import type { QuotaRule } from '../store/quotas.ts';

const MEGABYTE = 1024 * 1024;

/** What one account may send: messages in an hour, bytes of files in a day. */
export function quotasOf(accountId: string, config: Config): Record<'messages' | 'bytes', { key: string; rule: QuotaRule }> {
  return {
    messages: { key: `messages:${accountId}`, rule: { units: config.PORTAL_MESSAGES_PER_HOUR, windowSeconds: 3600 } },
    bytes: {
      key: `bytes:${accountId}`,
      rule: { units: config.PORTAL_MEGABYTES_PER_DAY * MEGABYTE, windowSeconds: 24 * 3600 },
    },
  };
}
