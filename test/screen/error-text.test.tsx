import { expect, test } from '@jest/globals';
import { CallError } from '../../contract/call.ts';
import { type ErrorCode, errorStatus } from '../../contract/errors.ts';
import { errorText } from '../../screen/error-text.ts';

test.each([...Object.keys(errorStatus), 'offline'])('%s is said in words, with what to do now', (code) => {
  const { sentence, nextStep } = errorText(new CallError(code as ErrorCode));
  expect(sentence).toMatch(/^[A-Z].+\.$/);
  expect(nextStep).toMatch(/^[A-Z].+\.$/);
  expect(sentence + nextStep).not.toMatch(/undefined|NaN|\bnull\b|token|HTTP|server error/);
});

test('a limit is named when it is reached', () => {
  expect(errorText(new CallError('attachment_too_large', { limit: 25 * 1024 * 1024 })).sentence).toBe(
    'A file is larger than 25 MB.',
  );
  expect(errorText(new CallError('throttled', { retryAfterSeconds: 40 })).nextStep).toBe(
    'Please wait 40 seconds, then try again.',
  );
});

test('something unforeseen is still said in words', () => {
  expect(errorText(new TypeError('x is not a function')).sentence).toBe('Something went wrong on our side.');
});
