import { usePageTitle } from '../page/use-page-title.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { OnceReady } from './OnceReady.tsx';
import { WritePanel } from './WritePanel.tsx';
import { emptyDraft, useDraft } from './kept-drafts.ts';
import { loadDraft } from './load-draft.ts';
import { useSignature } from './use-signature.ts';
import { useSlot } from './use-slot.ts';

interface ComposePanelProps {
  readonly accountId: string;
  readonly draftId: string;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

/** Where a new message is written, or any draft gone on with. */
export function ComposePanel({ accountId, draftId, onSent, onClose }: ComposePanelProps) {
  const signature = useSignature();
  const slot = `${accountId}/draft/${draftId}`;
  const loaded = useSlot(
    slot,
    () => loadDraft(draftId),
    () => emptyDraft({ kind: 'new', sendKey: draftId, html: signature, start: signature }),
  );
  const draft = useDraft(slot);
  const isAnswer = draft !== null && draft.kind !== 'new';
  const title = isAnswer ? composeTexts.answer(draft.subject) : composeTexts.newMessage;
  usePageTitle(title);
  return (
    <OnceReady slot={loaded}>
      <WritePanel slot={slot} title={title} message={null} onSent={onSent} onClose={onClose} />
    </OnceReady>
  );
}
