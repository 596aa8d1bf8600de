import type { InputOf, OutputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type * as track from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../http/page-cursor.ts';
import type { Staff } from '../http/who.ts';
import { sentAtOf } from '../store/sent-at-of.ts';
import { listSentBy } from '../store/sent-messages.ts';
import { describeSentEntry } from './describe-sent-entry.ts';

/** One page of the caller's own secure messages, newest first. @throws invalid_input for a cursor that is none */
export async function listSent(
  { cursor }: InputOf<typeof track.listSent>,
  caller: Staff,
  context: Context,
): Promise<OutputOf<typeof track.listSent>> {
  const start = cursor === undefined ? null : readCursor(cursor);
  const rows = await listSentBy(caller.id, start && { acceptedAt: start.at, _id: start._id }, limits.pageOfSent + 1);
  const page = rows.slice(0, limits.pageOfSent);
  const last = page.at(-1);
  return {
    entries: await Promise.all(page.map((message) => describeSentEntry(message, context))),
    nextCursor: rows.length > page.length && last ? writeCursor(sentAtOf(last), last._id) : null,
  };
}
