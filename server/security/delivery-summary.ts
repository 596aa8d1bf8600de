import type { AccountDocument } from '../store/accounts.ts';
import type { Keys } from './keys.ts';
import { sealBytes, unsealBytes } from './seal.ts';

export interface SummaryPerson {
  readonly address: string;
  readonly name: string;
}

/** What a line of the mailbox shows, sealed with the account's own key, so that a page is one query. */
export interface DeliverySummary {
  readonly sender: SummaryPerson;
  readonly recipients: readonly SummaryPerson[];
  readonly subject: string;
  readonly attachmentCount: number;
  /** The reader's own message did not reach somebody; absent in summaries from before it was noted. */
  readonly isUndelivered?: boolean;
}

const KIND = 'summary';

/** The data key of an account; valid for all its summaries. */
export function openAccountKey(account: Pick<AccountDocument, '_id' | 'key'>, keys: Keys): Promise<Buffer> {
  return keys.openDataKey(account.key, account._id);
}

/** Seals the summary of the entry `deliveryId`. */
export function sealSummary(summary: DeliverySummary, deliveryId: string, accountKey: Buffer): Buffer {
  return sealBytes(accountKey, { kind: KIND, id: deliveryId }, Buffer.from(JSON.stringify(summary), 'utf8'));
}

/** The summary of the entry `deliveryId`. @throws SealBrokenError when it was altered or belongs to another entry */
export function unsealSummary(sealed: Buffer, deliveryId: string, accountKey: Buffer): DeliverySummary {
  return JSON.parse(unsealBytes(accountKey, { kind: KIND, id: deliveryId }, sealed).toString('utf8')) as DeliverySummary;
}
