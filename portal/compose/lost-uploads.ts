import { CallError } from '../../contract/call.ts';
import type { WrittenDraft } from './written-draft.ts';
import { attachmentsOf } from './draft-content.ts';

/** Which uploads of a draft, as it was handed over, a refusal names as no longer there. */
export function lostUploads(failure: unknown, draft: WrittenDraft): ReadonlySet<string> {
  if (!(failure instanceof CallError) || failure.code !== 'upload_not_found') return new Set();
  const fields = failure.details.fields ?? [];
  const lost = attachmentsOf(draft).filter((_file, index) => fields.includes(`attachments.${index}`));
  return new Set(lost.map(({ uploadId }) => uploadId));
}
