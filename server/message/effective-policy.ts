import type { OutputOf } from '../../contract/endpoint.ts';
import { type DaysAllowed, mayBeReadableFor } from '../../contract/readable-days.ts';
import { type readSendPolicy, ruledOptions } from '../../contract/send.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { type MessageRules, readMessageRules } from '../store/message-rules.ts';

/** What holds for a message that is sent now: what is chosen at first, what of it stays as it is, and the longest time to read. */
export type EffectivePolicy = Pick<OutputOf<typeof readSendPolicy>, 'defaults' | 'fixed' | 'maxExpiresInDays' | 'mayNeverExpire'>;

type Settings = Pick<Config, 'DEFAULT_EXPIRES_IN_DAYS' | 'MAX_EXPIRES_IN_DAYS' | 'MAY_NEVER_EXPIRE'>;

/** The policy that the settings of the server and the organisation's rules of this moment make together. */
export async function readEffectivePolicy(config: Settings): Promise<EffectivePolicy> {
  return effectivePolicy(config, await readMessageRules());
}

/** The settings with the organisation's rules over them. A rule about the time to read never reaches beyond what the settings allow. */
export function effectivePolicy(
  { DEFAULT_EXPIRES_IN_DAYS, MAX_EXPIRES_IN_DAYS: maxExpiresInDays, MAY_NEVER_EXPIRE: mayNeverExpire }: Settings,
  rules: MessageRules,
): EffectivePolicy {
  const chosen = rules.expiresInDays === undefined ? DEFAULT_EXPIRES_IN_DAYS : rules.expiresInDays.value;
  const expiresInDays = chosen === null ? (mayNeverExpire ? null : maxExpiresInDays) : Math.min(chosen, maxExpiresInDays);
  return {
    maxExpiresInDays,
    mayNeverExpire,
    defaults: {
      expiresInDays,
      allowReply: rules.allowReply?.value ?? true,
      allowReplyAll: rules.allowReplyAll?.value ?? true,
      allowPrint: rules.allowPrint?.value ?? true,
      allowDownload: rules.allowDownload?.value ?? true,
      readReceipt: rules.readReceipt?.value ?? false,
    },
    fixed: ruledOptions.filter((option) => rules[option]?.isFixed),
  };
}

/** Refuses options that the organisation does not leave to the sender. @throws against_policy with the fields, and the longest allowed time in days */
export function requireAllowedOptions(options: EffectivePolicy['defaults'], policy: EffectivePolicy): void {
  const changed = policy.fixed.filter((option) => options[option] !== policy.defaults[option]);
  if (changed.length > 0) throw new AppError('against_policy', { fields: changed.map((option) => `options.${option}`) });
  requireAllowedExpiry(options.expiresInDays, 'options.expiresInDays', policy);
}

/** Refuses a time to read that the organisation does not allow; null means without end. @throws against_policy with the longest allowed, in days */
export function requireAllowedExpiry(expiresInDays: number | null, field: string, allowed: DaysAllowed): void {
  if (mayBeReadableFor(expiresInDays, allowed)) return;
  throw new AppError('against_policy', { fields: [field], limit: allowed.maxExpiresInDays });
}
