import type { DraftRecipient } from '../outlook/read-draft.ts';

/** The names of the distribution lists that a message goes to; those without an address cannot be sent to. */
export function listsAmong(recipients: readonly DraftRecipient[]): string[] {
  return recipients.filter(({ isList, address }) => isList && address !== '').map(({ name, address }) => name || address);
}
