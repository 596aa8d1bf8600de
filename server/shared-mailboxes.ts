import { normaliseAddress } from '../contract/address.ts';

/** A mailbox that several people write from; the member `*` stands for everybody of the staff. */
export interface SharedMailbox {
  readonly address: string;
  readonly members: readonly string[];
}

/** Reads `mailbox=member member; mailbox=*`, all of them addresses but the star. @returns null when it is something else */
export function parseSharedMailboxes(text: string): SharedMailbox[] | null {
  const mailboxes = text
    .split(';')
    .filter((entry) => entry.trim() !== '')
    .map(parseSharedMailbox);
  return mailboxes.every((mailbox) => mailbox !== null) ? mailboxes : null;
}

function parseSharedMailbox(entry: string): SharedMailbox | null {
  const [mailbox = '', given = '', ...rest] = entry.split('=').map((part) => part.trim());
  const address = normaliseAddress(mailbox);
  const members = given.split(/[\s,]+/).map((member) => (member === '*' ? member : normaliseAddress(member)));
  const areAddresses = members.every((member) => member !== null);
  return address !== null && rest.length === 0 && areAddresses ? { address, members } : null;
}
