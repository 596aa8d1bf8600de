import { expect, test } from '@jest/globals';
import { checkPassword, hashPassword, verifyPassword } from '../../../server/security/passwords.ts';

const known = { address: 'marianne.lindqvist@client.example', organisationName: 'Harbour Clinic' };
const GOOD = 'Harvest-Moon-42-Lantern';

/** The rules that a password misses. */
function missedBy(password: string, minimum = 8): readonly string[] {
  try {
    checkPassword(password, known, minimum);
    return [];
  } catch (error) {
    expect(error).toMatchObject({ code: 'password_too_weak' });
    return (error as { details: { fields: string[] } }).details.fields;
  }
}

test.each([
  ['all rules met', GOOD, []],
  ['too short', 'xK7#q', ['length', 'guessable']],
  ['no lowercase letter', GOOD.toUpperCase(), ['lowercase']],
  ['no uppercase letter', GOOD.toLowerCase(), ['uppercase']],
  ['no digit', 'Harvest-Moon-Lantern-Zebra', ['digit']],
  ['a letter with an accent is not a-z', 'HARVESTÉé-42-LANTERN', ['lowercase']],
  ['easy to guess', 'Password1', ['guessable']],
  ['one’s own address', 'Marianne.Lindqvist1', ['guessable']],
  ['one’s own address without its dot', 'marianneLindqvist1', ['guessable']],
  ['the organisation’s name', 'HarbourClinic1', ['guessable']],
  ['a keyboard row', 'Qwertyuiop123', ['guessable']],
  ['nothing at all', '', ['length', 'lowercase', 'uppercase', 'digit', 'guessable']],
])('the rules a password misses are named: %s', (_what, password, missed) => {
  expect(missedBy(password)).toEqual(missed);
});

test('spaces, any script and 128 emoji are welcome, one character more is not', () => {
  expect(missedBy('Мой дом стоит у моря 7 aZ')).toEqual([]);
  const emoji = `aZ7${'🐙🦊🌵🪁🎻'.repeat(25)}`;
  expect([...emoji]).toHaveLength(128);
  expect(missedBy(emoji)).toEqual([]);
  expect(missedBy(`${emoji}!`)).toEqual(['length']);
});

test('the policy may ask for more characters', () => {
  expect(missedBy('xK7#qLw2!v', 12)).toEqual(['length']);
});

test('a megabyte is refused before any work', () => {
  const startedAt = performance.now();
  expect(missedBy('aZ7 '.repeat(250_000))).toEqual(['length']);
  expect(performance.now() - startedAt).toBeLessThan(50);
});

test('the worst password of 128 characters holds the server up for a moment only', () => {
  for (const hard of [
    'aA1'.repeat(42),
    'password1A'.repeat(12),
    '1a1A'.repeat(32),
    'a'.repeat(126) + 'A1',
    '20012002A'.repeat(14),
  ]) {
    const before = process.cpuUsage();
    missedBy(hard);
    expect(process.cpuUsage(before).user).toBeLessThan(500_000);
  }
});

test('a password is the same however its characters were composed (NFKC)', async () => {
  const kept = await hashPassword('Caf\u00e9-Am-Meer-42');
  expect(await verifyPassword(kept, 'Cafe\u0301-Am-Meer-42')).toBe(true);
  expect(await verifyPassword(kept, 'Cafe-Am-Meer-42')).toBe(false);
  expect(await verifyPassword(await hashPassword('ﬁne-Print-42'), 'fine-Print-42')).toBe(true);
});

test('a password is hashed whole: the last of 128 characters matters', async () => {
  const long = `${'🐙'.repeat(127)}`;
  const kept = await hashPassword(`${long}a`);
  expect(await verifyPassword(kept, `${long}a`)).toBe(true);
  expect(await verifyPassword(kept, `${long}b`)).toBe(false);
});

test('hashes are argon2id with 19 MiB and two passes, each with its own salt', async () => {
  const [first, second] = await Promise.all([hashPassword(GOOD), hashPassword(GOOD)]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
});

test('without an account the same work is done, and no password is right', async () => {
  const kept = await hashPassword(GOOD);
  await verifyPassword(null, GOOD);
  const timeOf = async (hash: string | null) => {
    const startedAt = performance.now();
    for (let round = 1; round <= 8; round += 1) await verifyPassword(hash, 'Wrong-Moon-42-Lantern');
    return performance.now() - startedAt;
  };
  const [unknown, knownTime] = [await timeOf(null), await timeOf(kept)];
  expect(unknown / knownTime).toBeGreaterThan(0.4);
  expect(unknown / knownTime).toBeLessThan(2.5);
  expect(await verifyPassword(null, 'no account has this password')).toBe(false);
});
