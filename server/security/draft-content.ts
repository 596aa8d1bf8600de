import { sealBytes, unsealBytes } from './seal.ts';

/** A file that a draft holds. */
export interface DraftFile {
  readonly uploadId: string;
  readonly name: string;
  readonly contentType: string;
  readonly contentId: string | null;
  readonly size: number;
}

/** What a line of the drafts shows. */
export interface DraftSummary {
  readonly kind: 'reply' | 'reply-all' | 'new';
  readonly to: readonly string[];
  readonly subject: string;
  readonly preview: string;
  readonly attachmentCount: number;
}

/** What is written in a draft. */
export interface DraftContent {
  readonly kind: DraftSummary['kind'];
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly hasQuote: boolean;
  readonly attachments: readonly DraftFile[];
}

/** Seals the line of the draft `id` with its account's key. */
export function sealDraftSummary(summary: DraftSummary, id: string, accountKey: Buffer): Buffer {
  return seal('draft-summary', summary, id, accountKey);
}

/** Seals the content of the draft `id` with its account's key. */
export function sealDraftContent(content: DraftContent, id: string, accountKey: Buffer): Buffer {
  return seal('draft', content, id, accountKey);
}

/** The line of the draft `id`. @throws SealBrokenError when it was altered or belongs to another draft */
export function unsealDraftSummary(sealed: Buffer, id: string, accountKey: Buffer): DraftSummary {
  return unseal('draft-summary', sealed, id, accountKey) as DraftSummary;
}

/** The content of the draft `id`. @throws SealBrokenError when it was altered or belongs to another draft */
export function unsealDraftContent(sealed: Buffer, id: string, accountKey: Buffer): DraftContent {
  return unseal('draft', sealed, id, accountKey) as DraftContent;
}

function seal(kind: string, content: object, id: string, accountKey: Buffer): Buffer {
  return sealBytes(accountKey, { kind, id }, Buffer.from(JSON.stringify(content), 'utf8'));
}

function unseal(kind: string, sealed: Buffer, id: string, accountKey: Buffer): unknown {
  return JSON.parse(unsealBytes(accountKey, { kind, id }, sealed).toString('utf8'));
}
