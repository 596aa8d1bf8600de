import type { SavedDraft, saveDraft } from '../../contract/compose.ts';
import type { InputOf } from '../../contract/endpoint.ts';
import type { WrittenDraft } from './written-draft.ts';

/** What of a draft is saved. */
export type DraftContent = Omit<InputOf<typeof saveDraft>, 'draftId' | 'revision'>;

/** A draft as a save hands it over; of its files those that have arrived. */
export function contentOf(draft: WrittenDraft): DraftContent {
  const { kind, deliveryId, to, subject, html, hasQuote } = draft;
  return { kind, deliveryId, to: [...to], subject, html, hasQuote, attachments: attachmentsOf(draft) };
}

/** The files of a draft that have arrived, as a message names them. */
export function attachmentsOf({ files }: WrittenDraft) {
  return files.flatMap(({ name, contentType, state }) =>
    state.kind === 'ready' ? [{ uploadId: state.uploadId, name, contentType, contentId: null }] : [],
  );
}

/** Whether the server's draft says what a save handed over. */
export function isSameContent(saved: SavedDraft, handedOver: DraftContent): boolean {
  return fingerprint(saved) === fingerprint(handedOver);
}

function fingerprint({ kind, deliveryId, to, subject, html, hasQuote, attachments }: DraftContent | SavedDraft): string {
  const uploadIds = attachments.map(({ uploadId }) => uploadId);
  return JSON.stringify([kind, deliveryId, to, subject, html, hasQuote, uploadIds]);
}
