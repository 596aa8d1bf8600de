const DAY = 24 * 60 * 60 * 1000;

/** The reader's own kind of English, so that dates speak the language of the texts around them. */
export function readerLocale(): string {
  const wished = typeof navigator === 'undefined' ? [] : navigator.languages;
  return wished.find((language) => language.startsWith('en-')) ?? 'en-GB';
}

/** A size as people say it, counted by 1024 as Outlook does: `1.2 MB`, `40 kB`, `812 bytes`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB'];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = size < 10 && unit > 0 ? 1 : 0;
  return `${new Intl.NumberFormat(readerLocale(), { maximumFractionDigits: digits }).format(size)} ${units[unit]}`;
}

/** A day in full: `22 December 2026`. */
export function formatDay(moment: string): string {
  return new Intl.DateTimeFormat(readerLocale(), { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(moment));
}

/** Day and time, for a message that is open: `22 November 2026, 09:12`. */
export function formatMoment(moment: string): string {
  return new Intl.DateTimeFormat(readerLocale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(moment));
}

/** The shortest date that is clear in a list: the time today, the weekday within six days, the day within a year, else with the year. */
export function formatShort(moment: string, now: Date): string {
  const date = new Date(moment);
  return new Intl.DateTimeFormat(readerLocale(), shortParts(date, now)).format(date);
}

function shortParts(date: Date, now: Date): Intl.DateTimeFormatOptions {
  if (date.toDateString() === now.toDateString()) return { hour: 'numeric', minute: '2-digit' };
  const age = now.getTime() - date.getTime();
  if (age >= 0 && age < 6 * DAY) return { weekday: 'short' };
  if (date.getFullYear() === now.getFullYear()) return { day: 'numeric', month: 'short' };
  return { day: 'numeric', month: 'short', year: 'numeric' };
}

/** Whole days that are left until a moment, a started one counted: 0 once it has passed. */
export function daysLeft(moment: string, now: Date): number {
  return Math.max(0, Math.ceil((new Date(moment).getTime() - now.getTime()) / DAY));
}

/** A wait in words: `40 seconds`, `3 minutes`. */
export function formatWait(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${Math.max(1, Math.ceil(seconds))} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
