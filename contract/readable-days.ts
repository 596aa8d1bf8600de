/** How long an organisation lets a message be read, in days. */
export interface DaysAllowed {
  readonly maxExpiresInDays: number;
  readonly mayNeverExpire: boolean;
}

interface Policy extends DaysAllowed {
  readonly defaults: { readonly expiresInDays: number | null };
  readonly fixed: readonly string[];
}

/** Whether a message may be readable for so many days; null means without end. */
export function mayBeReadableFor(days: number | null, { maxExpiresInDays, mayNeverExpire }: DaysAllowed): boolean {
  return days === null ? mayNeverExpire : days <= maxExpiresInDays;
}

/** What an extension may reach: the time that the organisation has fixed, or else its longest. */
export function extensionAllowed(policy: Policy): DaysAllowed {
  const { expiresInDays } = policy.defaults;
  const isFixed = policy.fixed.includes('expiresInDays') && expiresInDays !== null;
  return isFixed ? { maxExpiresInDays: expiresInDays, mayNeverExpire: false } : policy;
}
