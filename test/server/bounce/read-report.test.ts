import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readReportMail } from '../../../server/bounce/read-report.ts';
import { aReport, brokenReports, type ReportWish } from '../../support/delivery-report.ts';

const read = (source: string | Buffer) => readReportMail(Buffer.from(source as string));
const reportOf = async (wish: ReportWish) => (await read(aReport(wish))).report;

test.each([
  ['5.1.1', 'smtp; 550 5.1.1 No such user', 'unknown-address'],
  ['5.1.10', 'smtp; 550 5.1.10 Recipient not found', 'unknown-address'],
  ['5.4.1', 'smtp; 550 5.4.1 Recipient address rejected: Access denied', 'unknown-address'],
  ['5.2.2', 'smtp; 552 5.2.2 Mailbox full', 'mailbox-full'],
  ['4.2.2', 'smtp; 452 4.2.2 Over quota', 'mailbox-full'],
  ['5.2.3', 'smtp; 552 5.2.3 Message too large', 'too-large'],
  ['5.3.4', 'smtp; 552 5.3.4 Message too big for system', 'too-large'],
  ['4.4.7', 'smtp; 451 4.4.7 Delivery time expired', 'not-reachable'],
  ['5.4.4', 'X-Postfix; Host or domain name not found', 'not-reachable'],
  ['5.7.1', 'smtp; 554 5.7.1 Blocked by policy', 'refused'],
  ['5.0.0', 'smtp; 550 5.1.1 No such user', 'unknown-address'],
  ['5.5.0', 'smtp; 550 Requested action not taken: mailbox unavailable', 'unknown-address'],
  ['5.0.0', 'X-Exim; in words only', 'unclear'],
  ['nonsense', '', 'unclear'],
])('a failure with status %s and the answer %s is told as %s', async (status, diagnostic, reason) => {
  expect(await reportOf({ status, diagnostic })).toEqual({ action: 'failed', reason });
});

test('a delay is told as a delay, and a failure weighs more', async () => {
  expect(await reportOf({ action: 'delayed', status: '4.4.1' })).toMatchObject({ action: 'delayed' });
  const two = 'Reporting-MTA: dns; x\n\nAction: delayed\nStatus: 4.4.1\n\nAction: Failed (for good)\nStatus: 5.2.2 (full)\n';
  expect(await reportOf({ fields: two })).toEqual({ action: 'failed', reason: 'mailbox-full' });
});

test.each<[string, ReportWish]>([
  ['lines folded', { fields: 'Reporting-MTA: dns;\n x\n\nAction:\n failed\nStatus:\n\t5.1.1\n' }],
  ['names in capitals', { fields: 'REPORTING-MTA: dns; x\n\nACTION: FAILED\nSTATUS: 5.1.1\n' }],
  ['an unknown charset', { statusType: 'message/delivery-status; charset=klingon-7' }],
  ['international addresses', { statusType: 'message/global-delivery-status' }],
])('a report with %s is understood', async (_what, wish) => {
  expect(await reportOf(wish)).toEqual({ action: 'failed', reason: 'unknown-address' });
});

test('the addresses it came to are read from the lines of the mail server before that of its author', async () => {
  const source = `Delivered-To: one@x.example\r\nX-Original-To: <two+token@x.example>\r\n${aReport({ to: '"Three" <three@x.example>, four@x.example' })}`;
  expect((await read(source)).addresses).toEqual(['two+token@x.example', 'one@x.example', 'three@x.example', 'four@x.example']);
});

test.each(brokenReports('bounce@bounces.harbour.example'))('%s reports nothing, and holds nothing up', async (_what, source) => {
  const startedAt = performance.now();
  expect((await read(source)).report).toBeNull();
  expect(performance.now() - startedAt).toBeLessThan(3000);
});

test('more than 256 KB are not read', async () => {
  const { addresses, report } = await read(aReport({ fields: `Action: failed\n${'x'.repeat(256 * 1024)}` }));
  expect([addresses, report]).toEqual([[], null]);
});

test('whatever a report is broken into, reading it answers', async () => {
  const whole = Buffer.from(aReport());
  const cuts = fc.array(fc.record({ at: fc.nat(whole.length), length: fc.nat(40), bytes: fc.uint8Array({ maxLength: 20 }) }), {
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(cuts, async (changes) => {
      const broken = changes.reduce(
        (bytes, { at, length, bytes: put }) => Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]),
        whole,
      );
      const { report } = await read(broken);
      expect(report === null || ['failed', 'delayed'].includes(report.action)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
