import { domainOf } from '../../contract/address.ts';
import type * as compose from '../../contract/compose.ts';
import type { ParsedInputOf } from '../../contract/endpoint.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import type { Accepted } from '../message/accept-message.ts';
import { findAuthor } from './find-author.ts';
import { sendWritten } from './send-written.ts';

/** Sends a new message of an account to people inside the organisation; an address elsewhere refuses the whole message.
 *  @throws recipient_outside with the fields at fault, and those of sendWritten */
export async function sendNew(
  { to, ...input }: ParsedInputOf<typeof compose.sendNew>,
  caller: Recipient,
  context: Context,
): Promise<Accepted> {
  const domains = context.config.ORGANISATION_DOMAINS;
  const outside = to.flatMap((address, index) => (domains.includes(domainOf(address)) ? [] : [`to.${index}`]));
  if (outside.length > 0) throw new AppError('recipient_outside', { fields: outside.slice(0, 20) });
  const author = await findAuthor(caller);
  const recipients = [...new Set(to)].map((address) => ({ address, name: '', kind: 'to' as const, route: 'mail' as const }));
  const policy = { allowReply: true, allowReplyAll: true, allowPrint: true, allowDownload: true };
  return sendWritten(
    { ...input, author, authorName: author.name, recipients, hasQuote: false, quotes: [], policy, answers: null },
    caller,
    context,
  );
}
