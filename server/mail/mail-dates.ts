type TimeZone = { readonly ORGANISATION_TIME_ZONE: string };

/** A day as mails write it: `22 December 2026`, in the organisation's time zone. */
export function mailDay(date: Date, { ORGANISATION_TIME_ZONE: timeZone }: TimeZone): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long' }).format(date);
}

/** A time of day as mails write it: `14:32 GMT`, in the organisation's time zone. */
export function mailTime(date: Date, { ORGANISATION_TIME_ZONE: timeZone }: TimeZone): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }).format(date);
}
