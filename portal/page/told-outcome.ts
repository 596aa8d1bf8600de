import { useSyncExternalStore } from 'react';
import { onLeaving } from '../session/on-leaving.ts';

/** What became of a message that was still being sent when its author went on to something else. */
export interface SendOutcome {
  readonly accountId: string;
  /** What its author called it. */
  readonly subject: string;
  /** Whom it answers; null for a new message. */
  readonly answers: string | null;
  /** How many others an answer to all reached beside that one. */
  readonly others: number;
  /** Where it can be gone on with. */
  readonly draftId: string;
  /** null: it was sent; else why not. */
  readonly failure: unknown;
}

let outcome: SendOutcome | null = null;
const listeners = new Set<() => void>();

onLeaving(() => tellOutcome(null));

/** Tells its author wherever they are; null: they know. */
export function tellOutcome(told: SendOutcome | null): void {
  outcome = told;
  for (const listener of listeners) listener();
}

/** Its author is looking at that message themselves. */
export function forgetOutcome(draftId: string): void {
  if (outcome?.draftId === draftId) tellOutcome(null);
}

/** What this person is still to be told. */
export function useToldOutcome(accountId: string): SendOutcome | null {
  const told = useSyncExternalStore(follow, () => outcome);
  return told?.accountId === accountId ? told : null;
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
