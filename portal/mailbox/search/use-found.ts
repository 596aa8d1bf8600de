import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { type SearchCriteria, searchDeliveries } from '../../../contract/mailbox.ts';
import { call } from '../../api.ts';
import { SEARCHES } from './change-found.ts';
import { readKeptSearch } from './kept-searches.ts';

/** Steps without a find that the page makes by itself before it asks whether to go on. */
const PATIENCE = 5;

/** A search that is shown: what for, and what was found so far. */
export function useFound(accountId: string, searchId: string | null) {
  const criteria = useMemo(() => (searchId === null ? null : readKeptSearch(accountId, searchId)), [accountId, searchId]);
  const [patience, setPatience] = useState({ searchId, steps: PATIENCE });
  const query = useInfiniteQuery({
    queryKey: [SEARCHES, searchId],
    queryFn: ({ pageParam, signal }) =>
      call(
        searchDeliveries,
        { ...(criteria as SearchCriteria), ...(pageParam === undefined ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: criteria !== null,
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const pages = data?.pages ?? [];
  const last = pages.at(-1);
  const barren = pages.length - 1 - pages.findLastIndex(({ entries }) => entries.length > 0);
  const allowed = patience.searchId === searchId ? patience.steps : PATIENCE;
  const mayGoOn = hasNextPage && barren < allowed;
  const wantsMore = mayGoOn && last?.entries.length === 0;
  useEffect(() => {
    if (wantsMore && !isFetching && !isError) void fetchNextPage();
    // A step that answers nothing at once may change nothing but the number of pages.
  }, [wantsMore, isFetching, isError, fetchNextPage, pages.length]);
  const goOn = () => {
    setPatience({ searchId, steps: barren + PATIENCE });
    void fetchNextPage();
  };
  const isOfDeleted = criteria?.folder === 'deleted';
  const entries = useMemo(() => {
    const all = data?.pages.flatMap((page) => page.entries) ?? [];
    return all.filter(({ folder }) => (folder === 'deleted') === isOfDeleted);
  }, [data, isOfDeleted]);
  return { ...query, criteria, entries, last, mayGoOn, isSearching: isFetching || wantsMore, goOn };
}

export type Found = ReturnType<typeof useFound>;
