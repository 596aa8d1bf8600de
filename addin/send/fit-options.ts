import type { SendOptions } from './deliver-message.ts';
import type { SendPolicy } from './find-problems.ts';

/** What was chosen, as far as the organisation's rules allow it now. */
export function fitOptions(chosen: SendOptions, { defaults, fixed, maxExpiresInDays, mayNeverExpire }: SendPolicy): SendOptions {
  const { expiresInDays } = chosen;
  const isAllowed = expiresInDays === null ? mayNeverExpire : expiresInDays <= maxExpiresInDays;
  const decided = Object.fromEntries(fixed.map((option) => [option, defaults[option]]));
  return { ...chosen, expiresInDays: isAllowed ? expiresInDays : defaults.expiresInDays, ...decided };
}
