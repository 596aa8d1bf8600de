import type { Folder } from '../../contract/mailbox.ts';

/** The part of an address that names what the list shows: a folder, or a search. */
export function placeOf(folder: Folder, searchId: string | null): string {
  return searchId === null ? folder : `search/${searchId}`;
}
