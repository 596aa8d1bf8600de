import type { Clock } from '../context.ts';
import { type ClaimedMail, renewMailLease } from '../store/outbox.ts';

/** How long a mail is ours unless renewed: far longer than any difference between two clocks. */
export const LEASE_MS = 2 * 60_000;
const RENEW_EVERY_MS = 30_000;
const LONGEST_MS = 30 * 60_000;

/** Renews the lease of a mail while it is being sent. `signal` aborts when the lease is lost (this process was frozen) or after half an
 *  hour; `release` ends the renewing. */
export function holdLease(row: ClaimedMail, clock: Clock): { readonly signal: AbortSignal; release(): void } {
  const lost = new AbortController();
  const startedAt = performance.now();
  const timer = setInterval(() => {
    if (performance.now() - startedAt > LONGEST_MS) lost.abort();
    renewMailLease(row, new Date(clock.now().getTime() + LEASE_MS)).then(
      (isOurs) => {
        if (!isOurs) lost.abort();
      },
      // The database is away: the lease may still hold, and the next round will tell.
      () => undefined,
    );
  }, RENEW_EVERY_MS);
  timer.unref();
  return { signal: lost.signal, release: () => clearInterval(timer) };
}
