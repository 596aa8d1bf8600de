const USUAL_DAYS = [1, 7, 14, 30, 90, 180, 365];

/** For how many days a message may be readable: the usual ones within the organisation's maximum, its own default, and what is chosen now. */
export function daysToChoose(maxExpiresInDays: number, usually: number | null, chosen: number | null = null): number[] {
  const days = new Set([...USUAL_DAYS.filter((usual) => usual <= maxExpiresInDays), usually ?? maxExpiresInDays]);
  if (chosen !== null) days.add(chosen);
  return [...days].sort((a, b) => a - b);
}
