import { type SpokenLanguage, spokenLanguage } from './catalogue.ts';
import { keptFormatter } from './kept-formatter.ts';
import { redraw } from './redraw.ts';

const DAY = 24 * 60 * 60 * 1000;

/** How the reader wants dates and times; what is null follows the browser and the language of the page. */
export interface FormatWishes {
  /** IANA name such as `Europe/Berlin`. */
  readonly timeZone: string | null;
  readonly hourCycle: 'h12' | 'h23' | null;
  /** The order of day, month and year, all in digits. */
  readonly dateFormat: 'dmy' | 'mdy' | 'ymd' | null;
}

const noWishes: FormatWishes = { timeZone: null, hourCycle: null, dateFormat: null };
let wishes = noWishes;

/** Shows every date and time as the reader wishes from now on, and has the page drawn again. */
export function wishFormats(wished: FormatWishes | null): void {
  wishes = wished ?? noWishes;
  redraw();
}

/** Pseudo English has Arabic dates: no Latin letter may pass for a text of ours. */
const usual: Record<SpokenLanguage, string> = { en: 'en-GB', de: 'de-DE', qps: 'ar' };

/** The reader's own kind of the language of the page, so that dates speak the language of the texts around them. */
export function readerLocale(): string {
  const language = spokenLanguage();
  return navigator.languages.find((wished) => wished.startsWith(`${language}-`)) ?? usual[language];
}

/** A size as people say it, counted by 1024 as Outlook does: `1.2 MB`, `40 kB`, `812 bytes`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return inUnits(bytes, 'byte', 'long');
  const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return inUnits(size, units[unit] ?? 'gigabyte', 'short', size < 10 && unit > 0 ? 1 : 0);
}

/** A wait in words: `40 seconds`, `3 minutes`, from two hours on `5 hours`. */
export function formatWait(seconds: number): string {
  if (seconds < 90) return inUnits(Math.max(1, Math.ceil(seconds)), 'second', 'long');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? inUnits(minutes, 'minute', 'long') : inUnits(Math.ceil(minutes / 60), 'hour', 'long');
}

function inUnits(amount: number, unit: string, unitDisplay: 'long' | 'short', maximumFractionDigits = 0): string {
  const useGrouping = unit !== 'byte';
  const options = { style: 'unit', unit, unitDisplay, maximumFractionDigits, useGrouping } as const;
  return keptFormatter(Intl.NumberFormat, readerLocale(), options).format(amount);
}

/** A day in full: `22 December 2026`. */
export function formatDay(moment: string): string {
  return inWords(new Date(moment), { day: 'numeric', month: 'long', year: 'numeric' });
}

/** Day and time, for a message that is open: `22 Nov 2026, 09:12`. */
export function formatMoment(moment: string): string {
  return inWords(new Date(moment), { day: 'numeric', month: 'short', year: 'numeric', ...clock });
}

/** Day and time, the time alone today, the year only when it is another: `09:12`, `22 Nov, 09:12`. */
export function formatRecent(moment: string, now: Date): string {
  const date = new Date(moment);
  if (dayOf(date) === dayOf(now)) return inWords(date, clock);
  if (dayOf(date).slice(0, 4) !== dayOf(now).slice(0, 4)) return formatMoment(moment);
  return inWords(date, { day: 'numeric', month: 'short', ...clock });
}

/** The shortest date that is clear in a list: the time today, the weekday within six days, the day within a year, else with the year. */
export function formatShort(moment: string, now: Date): string {
  const date = new Date(moment);
  return inWords(date, shortParts(date, now));
}

const clock = { hour: 'numeric', minute: '2-digit' } as const;

function shortParts(date: Date, now: Date): Intl.DateTimeFormatOptions {
  if (dayOf(date) === dayOf(now)) return clock;
  const age = now.getTime() - date.getTime();
  if (age >= 0 && age < 6 * DAY) return { weekday: 'short' };
  if (dayOf(date).slice(0, 4) === dayOf(now).slice(0, 4)) return { day: 'numeric', month: 'short' };
  return { day: 'numeric', month: 'short', year: 'numeric' };
}

/** The day of a moment where the reader is: `2026-11-22`. */
export function dayOf(date: Date): string {
  // A formatter for another country takes a slow phone longer than everything else in a list.
  if (wishes.timeZone === null && date.getFullYear() > 999) {
    const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
    return `${date.getFullYear()}-${month}-${day}`;
  }
  return keptFormatter(Intl.DateTimeFormat, 'sv-SE', { dateStyle: 'short', ...inZone() }).format(date);
}

/** The moment at which a day (`2026-11-22`) begins where the reader is; undefined for what is no day. */
export function startOfDay(day: string): string | undefined {
  const asIfHere = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(asIfHere)) return undefined;
  // Once more at what was found, since the clocks may change in between.
  const near = asIfHere - aheadOfUtc(asIfHere);
  return new Date(asIfHere - aheadOfUtc(near)).toISOString();
}

/** How far the reader's clocks are ahead at a moment, in milliseconds. */
function aheadOfUtc(moment: number): number {
  const options = { dateStyle: 'short', timeStyle: 'medium', ...inZone() } as const;
  const clocks = keptFormatter(Intl.DateTimeFormat, 'sv-SE', options).format(moment);
  return Date.parse(`${clocks.replace(' ', 'T')}Z`) - Math.floor(moment / 1000) * 1000;
}

function inWords(date: Date, parts: Intl.DateTimeFormatOptions): string {
  const { dateFormat } = wishes;
  const isDigits = dateFormat !== null && parts.day !== undefined;
  const locale = isDigits ? localeWith(dateFormat) : readerLocale();
  const digits = isDigits ? ({ day: '2-digit', month: '2-digit', year: 'numeric' } as const) : {};
  const hours = parts.hour === undefined ? {} : hoursIn(wishes.hourCycle ?? usualHours());
  return keptFormatter(Intl.DateTimeFormat, locale, { ...parts, ...digits, ...hours, ...inZone() }).format(date);
}

/** A place whose people write days in that order. */
function localeWith(order: 'dmy' | 'mdy' | 'ymd'): string {
  if (order === 'dmy') return spokenLanguage() === 'de' ? 'de-DE' : 'en-GB';
  return order === 'mdy' ? 'en-US' : 'sv-SE';
}

const hoursIn = (hourCycle: Intl.LocaleHourCycleKey) => ({
  hourCycle,
  hour: hourCycle === 'h23' ? ('2-digit' as const) : ('numeric' as const),
});

function usualHours(): Intl.LocaleHourCycleKey {
  return keptFormatter(Intl.DateTimeFormat, readerLocale(), { hour: 'numeric' }).resolvedOptions().hourCycle ?? 'h23';
}

function inZone(): Intl.DateTimeFormatOptions {
  return wishes.timeZone === null ? {} : { timeZone: wishes.timeZone };
}

/** Whole days that are left until a moment, a started one counted: 0 once it has passed. */
export function daysLeft(moment: string, now: Date): number {
  return Math.max(0, Math.ceil((new Date(moment).getTime() - now.getTime()) / DAY));
}
