import type { Language } from '../../contract/language.ts';
import type { Letterhead } from './letterhead.ts';

type Place = Pick<Letterhead, 'ORGANISATION_TIME_ZONE' | 'language'>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/** Making one costs a thousand times as much as using it; there are as many as languages. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(kind: 'day' | 'time', { ORGANISATION_TIME_ZONE: timeZone, language }: Place): Intl.DateTimeFormat {
  const name = `${kind} ${language} ${timeZone}`;
  const parts = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  const format =
    formats.get(name) ??
    new Intl.DateTimeFormat(locales[language], { timeZone, ...(kind === 'day' ? { dateStyle: 'long' } : parts) });
  formats.set(name, format);
  return format;
}

/** A day as mails write it: `22 December 2026`, in the reader's language and the organisation's time zone. */
export function mailDay(date: Date, place: Place): string {
  return formatOf('day', place).format(date);
}

/** A time of day as mails write it: `14:32 GMT`, in the reader's language and the organisation's time zone. */
export function mailTime(date: Date, place: Place): string {
  return formatOf('time', place).format(date);
}
