import { type SimulatedDraft, newDraft } from './simulated-draft.ts';

const NAME = 'outlook-simulator-draft';

/** The draft of this browser tab, kept through a reload of the page. */
export interface DraftStore {
  readonly read: () => SimulatedDraft;
  readonly change: (update: (draft: SimulatedDraft) => SimulatedDraft) => void;
  /** @returns how to stop */
  readonly subscribe: (changed: () => void) => () => void;
}

/** Opens the draft that `storage` holds, or a new one. */
export function openDraftStore(storage: Storage): DraftStore {
  const listeners = new Set<() => void>();
  let draft = storedDraft(storage) ?? newDraft();
  return {
    read: () => draft,
    change: (update) => {
      draft = update(draft);
      try {
        storage.setItem(NAME, JSON.stringify(draft));
      } catch {
        // A text too long for the storage lives as long as the page.
      }
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
  return stored === null ? null : (JSON.parse(stored) as SimulatedDraft);
}
