import { expect, test } from '@jest/globals';
import { CallError } from '../../contract/call.ts';
import { waitBeforeNextTry } from '../../screen/wait-before-next-try.ts';

test('what may be over in a moment is tried again after about the usual time, never by all at the same moment', () => {
  const wait = waitBeforeNextTry(new CallError('offline'), 1000) ?? 0;
  expect(wait).toBeGreaterThanOrEqual(750);
  expect(wait).toBeLessThanOrEqual(1250);
});

test.each<[string, unknown, number | null]>([
  ['asks to come again in five seconds', new CallError('throttled', { retryAfterSeconds: 5 }), 5000],
  ['asks to come again in an hour', new CallError('throttled', { retryAfterSeconds: 3600 }), null],
  ['refuses', new CallError('attachment_too_large'), null],
  ['is not the one that failed', new DOMException('', 'AbortError'), null],
])('a server that %s', (_what, failure, wait) => {
  expect(waitBeforeNextTry(failure, 1000)).toBe(wait);
});
