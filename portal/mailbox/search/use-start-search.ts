import { useLocation } from 'wouter';
import type { SearchCriteria } from '../../../contract/mailbox.ts';
import { keepSearch } from './kept-searches.ts';

/** Starts a search by going to the address of its results. */
export function useStartSearch(accountId: string): (criteria: SearchCriteria) => void {
  const [, navigate] = useLocation();
  return (criteria) => navigate(`/portal/search/${keepSearch(accountId, criteria)}`);
}
