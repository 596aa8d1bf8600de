import type { OutgoingMessage } from './outgoing-message.ts';

/** Somebody went on writing while the files were on their way. */
export class DraftChanged extends Error {}

/** Compares what people see of a message: Outlook may write the same text in other HTML and give files other ids between two readings.
 *  @throws DraftChanged when it is not what it was */
export function requireSameDraft(before: OutgoingMessage, now: OutgoingMessage): void {
  if (lookOf(before) !== lookOf(now)) throw new DraftChanged();
}

function lookOf({ from, recipients, subject, text, files }: OutgoingMessage): string {
  const people = recipients.map(({ kind, address }) => `${kind} ${address}`).sort();
  const listed = files.map(({ name, size }) => `${name} ${size}`).sort();
  return JSON.stringify([from, people, subject, text, listed]);
}
