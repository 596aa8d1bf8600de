import type { Context } from '../context.ts';
import { unsealQuote } from './message-content.ts';
import type { MessageDocument } from '../store/message-document.ts';
import { listKept, listReadableBy, type QuotedMessage } from '../store/readings.ts';

/** A message as it stands below an answer: clean, without its pictures. */
export interface Quote {
  readonly quoted: Pick<MessageDocument, '_id' | 'key'>;
  readonly html: string;
}

type Quoting = Pick<MessageDocument, '_id' | 'quotes'>;

/** What a message quotes, as far as the account may read the quoted messages themselves by now. */
export async function readableQuotesOf(
  message: Quoting,
  accountId: string,
  { clock, keys }: Pick<Context, 'clock' | 'keys'>,
): Promise<readonly Quote[]> {
  const ids = idsOf(message);
  return ids.length === 0 ? [] : unsealEach(message, await listReadableBy(ids, accountId, clock.now()), keys);
}

/** What a message quotes, for a mail to somebody inside the organisation: all of it that is not purged and was not taken back from them. */
export async function mailedQuotesOf(
  message: Quoting,
  address: string,
  { keys }: Pick<Context, 'keys'>,
): Promise<readonly Quote[]> {
  const ids = idsOf(message);
  const kept = ids.length === 0 ? [] : await listKept(ids);
  const isTheirs = ({ recipients }: QuotedMessage) =>
    !recipients.some((one) => one.address === address && one.recalledAt !== null);
  return unsealEach(message, kept.filter(isTheirs), keys);
}

/** A body with what stands below it. */
export function withQuotes(html: string, quotes: readonly Pick<Quote, 'html'>[]): string {
  return html + quotes.map((quote) => quote.html).join('');
}

const idsOf = ({ quotes = [] }: Quoting) => quotes.map(({ messageId }) => messageId);

async function unsealEach(
  { _id, quotes = [] }: Quoting,
  readable: readonly QuotedMessage[],
  keys: Context['keys'],
): Promise<readonly Quote[]> {
  const byId = new Map(readable.map((quoted) => [quoted._id, quoted]));
  const unsealed = quotes.map(async (quote) => {
    const quoted = byId.get(quote.messageId);
    return quoted ? [{ quoted, html: await unsealQuote(quote, _id, quoted, keys) }] : [];
  });
  return (await Promise.all(unsealed)).flat();
}
