import { useEffect, useState } from 'react';
import type { CallError } from '../../contract/call.ts';
import { isCode } from '../../screen/is-code.ts';

/** The seconds that somebody has to wait by a failure, counted down to 0; 0 for every failure that asks for no wait. */
export function useWait(failure: unknown): number {
  const seconds = (isWait(failure) && failure.details.retryAfterSeconds) || 0;
  const [left, setLeft] = useState({ failure, seconds });
  useEffect(() => {
    if (seconds === 0) return undefined;
    const endsAt = Date.now() + seconds * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));
      setLeft({ failure, seconds: rest });
      if (rest === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [failure, seconds]);
  return left.failure === failure ? left.seconds : seconds;
}

/** Whether a failure says to come again later because of too many tries. */
export function isWait(failure: unknown): failure is CallError {
  return isCode(failure, 'throttled');
}
