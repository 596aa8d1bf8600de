import { inThread } from './thread.ts';
import { turnsOfEach } from './turns-of-each.ts';

/** For whom a thread works: the mails that are to leave, or the account (of a recipient or of staff) whose request waits. */
export type WorksFor = 'mails' | { readonly accountId: string };

const MOST_REQUESTS_WAITING = 50;
/** What one account may have waiting: several windows, and a retry of each. */
const MOST_OF_ONE_ACCOUNT = 10;

/** Does what `inThread` does in two threads: no mail ever waits for requests, and of the requests of one account one is in the queue at a time, so that
 *  nobody holds up the others for longer than one task takes. @throws ThreadEndedError, throttled */
export function inTwoThreads<Answer>(file: URL, killAfterMs: number): (task: unknown, worksFor: WorksFor) => Promise<Answer> {
  const forMails = inThread<Answer>(file, killAfterMs);
  const forRequests = inThread<Answer>(file, killAfterMs, MOST_REQUESTS_WAITING);
  const inTurnOf = turnsOfEach(1, MOST_OF_ONE_ACCOUNT);
  return (task, worksFor) => (worksFor === 'mails' ? forMails(task) : inTurnOf(worksFor.accountId, () => forRequests(task)));
}
