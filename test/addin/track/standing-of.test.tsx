import { expect, test } from '@jest/globals';
import { standingOf } from '../../../addin/track/standing-of.ts';
import { aTrackedRecipient } from '../../support/tracked-message.ts';

const at = (minute: number) => `2026-11-22T09:${minute}:00.000Z`;
const now = new Date(at(50));

test('who has opened or answered a message stands so, though another mail to them is still tried', () => {
  const tried = { notifiedAt: null, nextTryAt: at(55) };
  expect(standingOf(aTrackedRecipient(tried), now)).toBe('delayed');
  expect(standingOf(aTrackedRecipient({ ...tried, firstOpenedAt: at(40) }), now)).toBe('opened');
  expect(standingOf(aTrackedRecipient({ ...tried, firstOpenedAt: at(40), repliedAt: at(45) }), now)).toBe('replied');
});
