import type { OutgoingMessage } from './outgoing-message.ts';

/** What people see of a message, which two readings of one draft share: Outlook may write the same text in other HTML, list people and files in
 *  another order, and name people anew. What the files hold is not in it. */
export function lookOf({ from, recipients, subject, text, files }: OutgoingMessage): string {
  const people = recipients.map(({ kind, address }) => `${kind} ${address}`).sort();
  return JSON.stringify([from, people, subject, text, files.map(({ name }) => name).sort()]);
}
