import { useCallback, useEffect, useState } from 'react';
import { readSession, watchSession } from '../../contract/account.ts';
import { isCode } from '../../screen/is-code.ts';
import { call } from '../api.ts';
import { type Session, useSession } from './use-session.ts';

const WARN_SECONDS = 120;
/** Asked at least this often: the clocks of browser and server may differ, and other tabs prolong the same session. */
const ASK_EVERY_MS = 10 * 60_000;
/** While the warning is shown, so that tabs agree. */
const ASK_WARNED_MS = 5000;

/** How long is left, once it is so little that its owner is warned. */
export interface Ending {
  readonly endsAt: number;
  readonly mayStay: boolean;
}

/** Learns from the server shortly before the session ends by itself, whatever other tabs have done; asking prolongs nothing. */
export function useIdleWatch({ idleEndsAt }: Session) {
  const { begin, end } = useSession();
  const [ending, setEnding] = useState<Ending | null>(null);
  const [secondsLeft, setSecondsLeft] = useState(() => secondsUntil(idleEndsAt));
  const ask = useCallback(async () => {
    try {
      const { secondsLeft: left, mayStay } = await call(watchSession, {});
      setSecondsLeft(left);
      setEnding(left > WARN_SECONDS ? null : { endsAt: Date.now() + left * 1000, mayStay });
    } catch (failure) {
      if (isCode(failure, 'not_signed_in')) return end();
      // Without an answer it is asked again.
      setSecondsLeft((left) => left - 1);
    }
  }, [end]);
  const isWarned = ending !== null;
  useEffect(() => {
    const untilWarning = Math.max(1000, (secondsLeft - WARN_SECONDS) * 1000);
    const timer = setTimeout(() => void ask(), isWarned ? ASK_WARNED_MS : Math.min(untilWarning, ASK_EVERY_MS));
    return () => clearTimeout(timer);
  }, [ask, isWarned, secondsLeft, ending]);
  const stay = async () => {
    try {
      begin(await call(readSession, {}));
      await ask();
    } catch (failure) {
      if (isCode(failure, 'not_signed_in')) end();
    }
  };
  return { ending, stay, end };
}

function secondsUntil(moment: string): number {
  return Math.floor((new Date(moment).getTime() - Date.now()) / 1000);
}
