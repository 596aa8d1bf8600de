import type { InputOf, OutputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type * as track from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../http/page-cursor.ts';
import type { Staff } from '../http/who.ts';
import { unsealSubject } from '../security/message-content.ts';
import { listSentBy, type SentMessage } from '../store/sent-messages.ts';
import { hasAskedInVain } from './has-asked-in-vain.ts';

type Listed = OutputOf<typeof track.listSent>;

/** Recipients a line of the list names. */
const NAMED = 3;

/** One page of the caller's own secure messages, newest first. @throws invalid_input for a cursor that is none */
export async function listSent({ cursor }: InputOf<typeof track.listSent>, caller: Staff, context: Context): Promise<Listed> {
  const start = cursor === undefined ? null : readCursor(cursor);
  const rows = await listSentBy(caller.id, start && { acceptedAt: start.at, _id: start._id }, limits.pageOfSent + 1);
  const page = rows.slice(0, limits.pageOfSent);
  const last = page.at(-1);
  return {
    entries: await Promise.all(page.map((message) => describeEntry(message, context))),
    nextCursor: rows.length > page.length && last ? writeCursor(sentAtOf(last), last._id) : null,
  };
}

async function describeEntry(message: SentMessage, { keys }: Context): Promise<Listed['entries'][number]> {
  const { recipients } = message;
  const countOf = (isMeant: (recipient: SentMessage['recipients'][number]) => boolean) => recipients.filter(isMeant).length;
  return {
    messageId: message._id,
    isPurged: message.state === 'purged',
    subject: message.state === 'purged' ? '' : await unsealSubject(message, keys),
    sentAt: sentAtOf(message).toISOString(),
    recipients: recipients.slice(0, NAMED).map(({ address, name }) => ({ address, name })),
    recipientCount: recipients.length,
    openedCount: countOf(({ openings }) => openings.firstAt !== undefined),
    bouncedCount: countOf(({ bouncedAt }) => bouncedAt !== null),
    recalledCount: countOf(({ recalledAt }) => recalledAt !== null),
    askedCount: countOf(hasAskedInVain),
  };
}

const sentAtOf = ({ acceptedAt, createdAt }: Pick<SentMessage, 'acceptedAt' | 'createdAt'>) => acceptedAt ?? createdAt;
