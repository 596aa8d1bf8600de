/** The languages that pages and mails speak. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];
