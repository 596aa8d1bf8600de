import { expect, test } from '@jest/globals';
import { createPasswordHashes } from '../../../server/security/password-hashes.ts';
import { cheapPasswordHashes } from '../../support/cheap-password-hashes.ts';

const GOOD = 'Harvest-Moon-42-Lantern';
const WRONG = 'Wrong-Moon-42-Lantern';
const cheap = cheapPasswordHashes();
/** As before the cost was raised. */
const earlier = createPasswordHashes({ memoryCost: 19_456, timeCost: 2 }, { memoryCost: 64, timeCost: 1 });

test('a password is the same however its characters were composed (NFKC)', async () => {
  const kept = await cheap.hash('Caf\u00e9-Am-Meer-42');
  expect(await cheap.verify(kept, 'Cafe\u0301-Am-Meer-42')).toBe(true);
  expect(await cheap.verify(kept, 'Cafe-Am-Meer-42')).toBe(false);
  expect(await cheap.verify(await cheap.hash('ﬁne-Print-42'), 'fine-Print-42')).toBe(true);
});

test('a password is hashed whole: the last of 128 characters matters', async () => {
  const long = `${'🐙'.repeat(127)}`;
  const kept = await cheap.hash(`${long}a`);
  expect(await cheap.verify(kept, `${long}a`)).toBe(true);
  expect(await cheap.verify(kept, `${long}b`)).toBe(false);
});

test('a server hashes by argon2id with 64 MiB and three passes, each password with its own salt', async () => {
  const hashes = createPasswordHashes();
  const [first, second] = await Promise.all([hashes.hash(GOOD), hashes.hash(GOOD)]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(first).not.toBe(second);
  expect(hashes.isCurrent(first)).toBe(true);
});

test('a hash of another cost still opens, and is known to be one', async () => {
  const kept = await cheap.hash(GOOD);
  expect(earlier.isCurrent(kept)).toBe(false);
  expect(await earlier.verify(kept, GOOD)).toBe(true);
  expect(await earlier.verify(kept, WRONG)).toBe(false);
});

test('without an account, and with a hash of the former cost, the same work is done', async () => {
  const former = { memoryCost: 19_456, timeCost: 4 };
  const hashes = createPasswordHashes({ memoryCost: 19_456, timeCost: 2 }, former);
  const [current, older] = [await hashes.hash(GOOD), await createPasswordHashes(former).hash(GOOD)];
  await hashes.verify(null, GOOD);
  // The least of some, for whatever else the process does is counted too.
  const workOf = async (kept: string | null) => {
    const times: number[] = [];
    for (let round = 1; round <= 6; round += 1) {
      const before = process.cpuUsage();
      await hashes.verify(kept, WRONG);
      const { user, system } = process.cpuUsage(before);
      times.push(user + system);
    }
    return Math.min(...times);
  };
  const known = await workOf(current);
  for (const other of [await workOf(null), await workOf(older)]) {
    expect(other / known).toBeGreaterThan(0.4);
    expect(other / known).toBeLessThan(2.5);
  }
  expect(await hashes.verify(null, 'no account has this password')).toBe(false);
});

test('while very many are compared, the next is told to come again, whether there is an account or not', async () => {
  const kept = await cheap.hash(GOOD);
  const under = Array.from({ length: 64 }, () => cheap.verify(kept, GOOD));
  for (const one of [kept, null])
    await expect(cheap.verify(one, WRONG)).rejects.toMatchObject({ code: 'throttled', details: { retryAfterSeconds: 5 } });
  expect(new Set(await Promise.all(under))).toEqual(new Set([true]));
  expect(await cheap.verify(kept, WRONG)).toBe(false);
});
