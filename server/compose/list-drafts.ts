import type * as compose from '../../contract/compose.ts';
import type { OutputOf, ParsedInputOf } from '../../contract/endpoint.ts';
import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from '../http/page-cursor.ts';
import type { Recipient } from '../http/who.ts';
import { openAccountKey } from '../security/delivery-summary.ts';
import { unsealDraftSummary } from '../security/draft-content.ts';
import { type DraftDocument, listFolderOfDrafts } from '../store/drafts.ts';
import { findAuthor } from './find-author.ts';

type Listed = OutputOf<typeof compose.listDrafts>;

/** One page of the caller's drafts, newest first. @throws invalid_input for a cursor that is none */
export async function listDrafts(
  { cursor, deliveryId }: ParsedInputOf<typeof compose.listDrafts>,
  caller: Recipient,
  { keys }: Context,
): Promise<Listed> {
  const start = cursor === undefined ? null : readCursor(cursor);
  const author = await findAuthor(caller);
  const rows = await listFolderOfDrafts(
    author._id,
    deliveryId ?? null,
    start && { updatedAt: start.at, _id: start._id },
    limits.pageOfDeliveries + 1,
  );
  const accountKey = await openAccountKey(author, keys);
  const page = rows.slice(0, limits.pageOfDeliveries);
  const last = page.at(-1);
  return {
    entries: page.map((row) => describe(row, accountKey)),
    nextCursor: rows.length > page.length && last ? writeCursor(last.updatedAt, last._id) : null,
  };
}

function describe(row: DraftDocument, accountKey: Buffer): Listed['entries'][number] {
  const summary = unsealDraftSummary(row.sealedSummary, row._id, accountKey);
  const { draftId, deliveryId, updatedAt } = row;
  return { ...summary, to: [...summary.to], draftId, deliveryId, updatedAt: updatedAt.toISOString() };
}
