import { usePageTitle } from '../page/use-page-title.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { OnceReady } from './OnceReady.tsx';
import { WritePanel } from './WritePanel.tsx';
import { useDraft } from './kept-drafts.ts';
import { loadDraft } from './load-draft.ts';
import { useSignature } from './use-signature.ts';
import { useSlot } from './use-slot.ts';
import { type WrittenDraft, emptyDraft } from './written-draft.ts';

interface ComposePanelProps {
  readonly accountId: string;
  readonly draftId: string;
  /** Whether it was begun a moment ago, so that the server cannot have it. */
  readonly isNew: boolean;
  /** Whether it was begun here, so that there may be none yet. */
  readonly isFresh: boolean;
  readonly onSent: () => void;
  readonly onClose: () => void;
}

/** Where a new message is written, or any draft gone on with. */
export function ComposePanel({ accountId, draftId, isNew, isFresh, onSent, onClose }: ComposePanelProps) {
  const signature = useSignature();
  const wanted = useSlot({
    accountId,
    isIt: (draft) => draft.sendKey === draftId,
    load: () => (isNew ? Promise.resolve(null) : loadDraft(draftId)),
    fresh: () => (isFresh ? emptyDraft({ kind: 'new', sendKey: draftId, html: signature, start: signature }) : null),
  });
  const draft = useDraft(wanted.slot);
  const title = titleOf(draft);
  usePageTitle(title);
  return (
    <OnceReady slot={wanted}>
      <WritePanel slot={wanted.slot} title={title} message={null} onSent={onSent} onClose={onClose} />
    </OnceReady>
  );
}

function titleOf(draft: WrittenDraft | null): string {
  if (draft === null || draft.kind === 'new') return composeTexts.newMessage;
  return draft.kind === 'reply-all' ? composeTexts.answerToAll(draft.subject) : composeTexts.answer(draft.subject);
}
