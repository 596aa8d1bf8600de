import type { Language } from '../../contract/language.ts';
import type { Letterhead } from './letterhead.ts';

type Place = Pick<Letterhead, 'ORGANISATION_TIME_ZONE' | 'language'>;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/** A day as mails write it: `22 December 2026`, in the reader's language and the organisation's time zone. */
export function mailDay(date: Date, { ORGANISATION_TIME_ZONE: timeZone, language }: Place): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: 'long' }).format(date);
}

/** A time of day as mails write it: `14:32 GMT`, in the reader's language and the organisation's time zone. */
export function mailTime(date: Date, { ORGANISATION_TIME_ZONE: timeZone, language }: Place): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(date);
}
