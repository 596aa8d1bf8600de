import { ComposeFrame } from './ComposeFrame.tsx';
import { DraftList } from './DraftList.tsx';

/** The drafts on a page of their own. */
export function DraftsPage() {
  return (
    <ComposeFrame>
      <DraftList />
    </ComposeFrame>
  );
}
