const two = (number: number) => String(number).padStart(2, '0');

/** The moment at which a day begins for the reader, from what a date field holds (`2026-11-22`); undefined for no day. */
export function startOfDay(day: string): string | undefined {
  const moment = new Date(`${day}T00:00:00`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** What a date field shows for a moment: the reader's day. */
export function dayOf(moment: string | undefined): string {
  if (moment === undefined) return '';
  const date = new Date(moment);
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
