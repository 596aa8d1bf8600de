import type { Response } from 'express';
import { turnsOfEach } from '../security/turns-of-each.ts';

/** As many as a browser asks for at once by itself. */
const AT_ONCE = 6;
/** Enough for the pictures of any letter, which a page asks for together. */
const MOST_WAITING = 100;

/** Makes a function that sends files: of each kind (an endpoint's path) six at once to one account, so that whoever reads slowly or not at all holds
 *  only so many open; the others wait, and whoever has gone meanwhile is passed over. @throws throttled */
export function downloadTurns(): (caller: unknown, kind: string, response: Response, send: () => Promise<void>) => Promise<void> {
  const inTurnOf = turnsOfEach(AT_ONCE, MOST_WAITING);
  return (caller, kind, response, send) =>
    inTurnOf(`${accountOf(caller)} ${kind}`, async () => {
      if (!response.destroyed) await send();
    });
}

function accountOf(caller: unknown): string {
  const isOwner = typeof caller === 'object' && caller !== null && 'accountId' in caller;
  return isOwner ? String(caller.accountId) : '';
}
