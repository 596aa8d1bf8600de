import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';

/** Refuses a time to read that the organisation does not allow; null means without end. @throws invalid_input with the longest allowed, in days */
export function requireAllowedExpiry(
  expiresInDays: number | null,
  field: string,
  { MAY_NEVER_EXPIRE, MAX_EXPIRES_IN_DAYS }: Pick<Config, 'MAY_NEVER_EXPIRE' | 'MAX_EXPIRES_IN_DAYS'>,
): void {
  const isAllowed = expiresInDays === null ? MAY_NEVER_EXPIRE : expiresInDays <= MAX_EXPIRES_IN_DAYS;
  if (!isAllowed) throw new AppError('invalid_input', { fields: [field], limit: MAX_EXPIRES_IN_DAYS });
}
