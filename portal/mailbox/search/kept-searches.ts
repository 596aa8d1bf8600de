import { type SearchCriteria, searchCriteria } from '../../../contract/mailbox.ts';
import { base64Url } from '../../../screen/base64-url.ts';
import { keepInTab, readFromTab } from '../../session/kept-in-tab.ts';

const keyOf = (searchId: string) => `search:${searchId}`;

/** Keeps what somebody searches for in this tab and answers the id that names it in an address: the words themselves must not stand in the
 *  history of the browser. */
export function keepSearch(accountId: string, criteria: SearchCriteria): string {
  const searchId = base64Url(crypto.getRandomValues(new Uint8Array(16)));
  keepInTab(accountId, keyOf(searchId), criteria);
  return searchId;
}

/** What this search is for; null when it was made in another tab, by somebody else, or before its owner logged out. */
export function readKeptSearch(accountId: string, searchId: string): SearchCriteria | null {
  const kept = searchCriteria.safeParse(readFromTab(accountId, keyOf(searchId)));
  return kept.success ? kept.data : null;
}
