import { QueryCache, QueryClient } from '@tanstack/react-query';
import { CallError, type FailureCode } from '../../contract/call.ts';
import { isCode } from '../../screen/is-code.ts';

const passing: ReadonlySet<FailureCode> = new Set(['offline', 'unexpected', 'database_unavailable']);

/** What one reader's mailbox keeps in memory. What fails for a moment is asked twice more; `onSignedOut` hears of an ended session. */
export function createMailboxClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (failure) => {
        if (isCode(failure, 'not_signed_in')) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        retry: (failures, failure) => failures < 2 && failure instanceof CallError && passing.has(failure.code),
        retryDelay: (failures) => 500 * 2 ** failures,
        networkMode: 'always',
      },
    },
  });
}
