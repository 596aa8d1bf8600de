import { mayBeReadableFor } from '../../contract/readable-days.ts';
import type { SendOptions } from './deliver-message.ts';
import type { SendPolicy } from './find-problems.ts';

/** What was chosen, as far as the organisation's rules allow it now. */
export function fitOptions(chosen: SendOptions, policy: SendPolicy): SendOptions {
  const { defaults, fixed } = policy;
  const { expiresInDays } = mayBeReadableFor(chosen.expiresInDays, policy) ? chosen : defaults;
  const decided = Object.fromEntries(fixed.map((option) => [option, defaults[option]]));
  return { ...chosen, expiresInDays, ...decided };
}
