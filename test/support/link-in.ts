import type { CaughtMail } from './product.ts';

/** The one link of a notification; null in other mails. */
export const findLink = ({ text }: Pick<CaughtMail, 'text'>) => /https?:\/\/\S+\/m\/[\w-]{22}(?![\w/-])/.exec(text)?.[0] ?? null;

/** The one link of a notification. */
export function linkIn(mail: CaughtMail): string {
  const link = findLink(mail);
  if (link === null) throw new Error('the mail holds no link to a message');
  return link;
}
