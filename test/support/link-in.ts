import type { CaughtMail } from './product.ts';

/** The one link of a notification. */
export function linkIn({ text }: CaughtMail): string {
  const [link] = /https?:\/\/\S+\/m\/[\w-]{22}(?![\w/-])/.exec(text) ?? [];
  if (link === undefined) throw new Error('the mail holds no link to a message');
  return link;
}
