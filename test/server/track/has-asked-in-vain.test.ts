import { expect, test } from '@jest/globals';
import { hasAskedInVain } from '../../../server/track/has-asked-in-vain.ts';
import { aRecipient, later } from '../../support/message-document.ts';
import { MINUTE } from '../../support/test-clock.ts';

test('only who can still be given more time waits for it: nobody from whom the message was taken back', () => {
  const asked = { expiresAt: later(0), moreTimeAskedAt: later(MINUTE) };
  expect(hasAskedInVain(aRecipient(asked))).toBe(true);
  expect(hasAskedInVain(aRecipient({ ...asked, expiresAt: later(2 * MINUTE) }))).toBe(false);
  expect(hasAskedInVain(aRecipient({ ...asked, recalledAt: later(2 * MINUTE) }))).toBe(false);
});
