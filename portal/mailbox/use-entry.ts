import { useQuery } from '@tanstack/react-query';
import { type MailboxEntry, readEntry } from '../../contract/mailbox.ts';
import { isIdentifier } from '../../contract/identifier.ts';
import { call } from '../api.ts';
import { entryKey } from './use-deliveries.ts';

/** The line of an open message: from the list, or asked for where the list does not hold it, as behind a link to an old one. */
export function useEntry(
  deliveryId: string | null,
  entries: readonly MailboxEntry[],
  isListLoaded: boolean,
): MailboxEntry | null {
  const listed = entries.find((entry) => entry.deliveryId === deliveryId) ?? null;
  const id = deliveryId ?? '';
  const { data } = useQuery({
    queryKey: entryKey(id),
    queryFn: ({ signal }) => call(readEntry, { deliveryId: id }, signal),
    enabled: isListLoaded && listed === null && isIdentifier(id),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
  });
  return listed ?? data ?? null;
}
