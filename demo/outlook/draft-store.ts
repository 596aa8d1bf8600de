import { type SimulatedDraft, newDraft } from './simulated-draft.ts';

const NAME = 'outlook-simulator-draft';
/** Apart from the rest, which changes far more often. */
const TEXT_NAME = 'outlook-simulator-text';

/** The draft of this browser tab, kept through a reload of the page. */
export interface DraftStore {
  /** Whether nothing was written in this tab before it was opened. */
  readonly isNew: boolean;
  readonly read: () => SimulatedDraft;
  readonly change: (update: (draft: SimulatedDraft) => SimulatedDraft) => void;
  /** @returns how to stop */
  readonly subscribe: (changed: () => void) => () => void;
}

/** Opens the draft that `storage` holds, or a new one. */
export function openDraftStore(storage: Storage): DraftStore {
  const listeners = new Set<() => void>();
  const stored = storedDraft(storage);
  let draft = stored ?? newDraft();
  let storedText = draft.html;
  return {
    isNew: stored === null,
    read: () => draft,
    change: (update) => {
      draft = update(draft);
      const { html, ...rest } = draft;
      try {
        storage.setItem(NAME, JSON.stringify(rest));
        if (html !== storedText) storage.setItem(TEXT_NAME, html);
      } catch {
        // A text too long for the storage lives as long as the page.
      }
      storedText = html;
      listeners.forEach((changed) => changed());
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

function storedDraft(storage: Storage): SimulatedDraft | null {
  const stored = storage.getItem(NAME);
  if (stored === null) return null;
  return { ...(JSON.parse(stored) as Omit<SimulatedDraft, 'html'>), html: storage.getItem(TEXT_NAME) ?? '' };
}
