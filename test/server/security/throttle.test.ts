import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import {
  forgetThrottledTries,
  giveBackThrottledTry,
  networkOf,
  takeThrottledTry,
  type throttleRules,
} from '../../../server/security/throttle.ts';
import { connectDatabase, disconnectDatabase } from '../../../server/store/database.ts';
import { deleteForgotten } from '../../../server/store/throttles.ts';
import { useDatabase } from '../../support/database.ts';
import { aKey } from '../../support/story.ts';
import { HOUR, MINUTE, SECOND, testClock } from '../../support/test-clock.ts';

useDatabase();
const clock = testClock();

/** 0 when the try may be made, else the seconds to wait. */
async function waitOf(subject: string, name: keyof typeof throttleRules = 'signInAccount'): Promise<number> {
  try {
    await takeThrottledTry(name, subject, clock.now());
    return 0;
  } catch (error) {
    expect(error).toMatchObject({ code: 'throttled' });
    return (error as { details: { retryAfterSeconds: number } }).details.retryAfterSeconds;
  }
}

test('five tries are free, then each further one waits twice as long, at most 15 minutes', async () => {
  const subject = aKey();
  for (let free = 1; free <= 5; free += 1) expect(await waitOf(subject)).toBe(0);
  const waits: number[] = [];
  for (let round = 1; round <= 9; round += 1) {
    const seconds = await waitOf(subject);
    waits.push(seconds);
    clock.advance(seconds * SECOND);
    expect(await waitOf(subject)).toBe(0);
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 900]);
});

test('of fifty parallel tries exactly the free ones pass', async () => {
  const subject = aKey();
  const waits = await Promise.all(Array.from({ length: 50 }, () => waitOf(subject)));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(5);
});

test('a refused try does not make the wait longer', async () => {
  const subject = aKey();
  for (let free = 1; free <= 5; free += 1) await waitOf(subject);
  for (let refused = 1; refused <= 20; refused += 1) expect(await waitOf(subject)).toBe(15);
  clock.advance(15 * SECOND);
  expect(await waitOf(subject)).toBe(0);
});

test('waits outlive a restart of the server', async () => {
  const subject = aKey();
  for (let free = 1; free <= 5; free += 1) await waitOf(subject);
  const { host, port, name } = mongoose.connection;
  await disconnectDatabase();
  await connectDatabase(`mongodb://${host}:${port}/${name}`);
  expect(await waitOf(subject)).toBe(15);
});

test('a clock that is set back an hour neither lifts a wait nor makes it longer than it was', async () => {
  const subject = aKey();
  for (let free = 1; free <= 5; free += 1) await waitOf(subject);
  clock.advance(-HOUR);
  expect(await waitOf(subject)).toBe(15);
  clock.advance(10 * SECOND);
  expect(await waitOf(subject)).toBe(5);
  clock.advance(5 * SECOND);
  expect(await waitOf(subject)).toBe(0);
  expect(await waitOf(subject)).toBe(30);
});

test('success forgets an account’s tries, and gives back a network’s own try only', async () => {
  const [account, network] = [aKey(), aKey()];
  for (let wrong = 1; wrong <= 4; wrong += 1) await waitOf(account);
  await forgetThrottledTries('signInAccount', account);
  for (let free = 1; free <= 5; free += 1) expect(await waitOf(account)).toBe(0);
  expect(await waitOf(account)).toBe(15);

  for (let wrong = 1; wrong <= 49; wrong += 1) await waitOf(network, 'signInNetwork');
  for (let right = 1; right <= 3; right += 1) {
    expect(await waitOf(network, 'signInNetwork')).toBe(0);
    await giveBackThrottledTry('signInNetwork', network);
  }
  expect(await waitOf(network, 'signInNetwork')).toBe(0);
  expect(await waitOf(network, 'signInNetwork')).toBe(15);
});

test('a network where people sign in all day is not held to the mistakes of yesterday', async () => {
  const network = aKey();
  let refused = 0;
  for (let minute = 0; minute < 300; minute += 1) {
    const isMistake = minute % 6 === 0;
    if ((await waitOf(network, 'signInNetwork')) > 0) refused += 1;
    else if (!isMistake) await giveBackThrottledTry('signInNetwork', network);
    clock.advance(2 * MINUTE);
  }
  expect(refused).toBe(0);
});

test('who has a whole /48 of IPv6 has the tries of twenty networks, and one of them that is refused takes none from the others', async () => {
  const network = (index: number) => `2001:db8:7:${index.toString(16)}::/64`;
  for (let right = 1; right <= 10; right += 1) {
    expect(await waitOf(network(1))).toBe(0);
    await giveBackThrottledTry('signInAccount', network(1));
  }
  const tries = await Promise.all(Array.from({ length: 120 }, (_, index) => waitOf(network(index % 40))));
  expect(tries.filter((wait) => wait === 0)).toHaveLength(100);
  expect(await waitOf(network(50))).toBe(15);
  expect(await waitOf('2001:db8:8:1::/64')).toBe(0);

  await Promise.all(Array.from({ length: 150 }, () => waitOf('2001:db8:9:1::/64')));
  expect(await waitOf('2001:db8:9:2::/64')).toBe(0);
});

test('the sweeper leaves a wait that is not over', async () => {
  const subject = aKey();
  for (let free = 1; free <= 5; free += 1) await waitOf(subject, 'mailToAddress');
  clock.advance(HOUR - SECOND);
  expect(await waitOf(subject, 'mailToAddress')).toBe(0);
  clock.advance(2 * SECOND);
  await deleteForgotten(clock.now(), 100);
  expect(await waitOf(subject, 'mailToAddress')).toBe(118);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['1:2:3::', '1:2:3:0::/64'],
  ['', 'unknown'],
  ['203.0.113.7:51544', '203.0.113.7'],
  ['[2001:db8:1:2::7]:51544', '2001:db8:1:2::/64'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
