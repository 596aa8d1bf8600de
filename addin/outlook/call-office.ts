import { OutlookError } from './outlook-error.ts';
import { untilAborted } from './until-aborted.ts';

type OfficeCall<T> = (callback: (result: Office.AsyncResult<T>) => void) => void;

/** Outlook refuses more calls than this at a time ("Resource limits and performance optimization for Office Add-ins"). */
const AT_ONCE = 3;
const PATIENCE_MS = 30_000;

const waiting: (() => void)[] = [];
let running = 0;

/** Makes one call of Office.js as a promise, at most three at a time, in the order asked for.
 *  @throws OutlookError when Outlook refuses, or does not answer within `patienceMs`; an AbortError once `signal` says so */
export async function callOffice<T>(call: OfficeCall<T>, patienceMs = PATIENCE_MS, signal?: AbortSignal): Promise<T> {
  const answer = inTurn(call, patienceMs, signal);
  return signal ? untilAborted(answer, signal) : answer;
}

/** A call that nobody waits for any more counts among the three until Outlook has answered it or its patience is over: a place never given back
 *  would stop the pane for good. */
async function inTurn<T>(call: OfficeCall<T>, patienceMs: number, signal?: AbortSignal): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((next) => waiting.push(next));
  else running += 1;
  try {
    signal?.throwIfAborted();
    return await answerOf(call, patienceMs);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function answerOf<T>(call: OfficeCall<T>, patienceMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new OutlookError('outlook_silent')), patienceMs);
    const settle = (done: () => void) => {
      clearTimeout(patience);
      done();
    };
    try {
      call(({ status, value, error }) =>
        settle(() =>
          status === Office.AsyncResultStatus.Succeeded ? resolve(value) : reject(new OutlookError('outlook_refused', error)),
        ),
      );
    } catch (cause) {
      settle(() => reject(cause instanceof OutlookError ? cause : new OutlookError('outlook_refused', cause)));
    }
  });
}
