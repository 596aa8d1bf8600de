import { performance } from 'node:perf_hooks';
import { expect, test } from '@jest/globals';
import { checkPassword } from '../../../server/security/password-rules.ts';

const known = { address: 'marianne.lindqvist@client.example', organisationName: 'Harbour Clinic' };
const GOOD = 'Harvest-Moon-42-Lantern';

/** The rules that a password misses. */
async function missedBy(password: string, minimum = 8): Promise<readonly string[]> {
  try {
    await checkPassword(password, known, minimum);
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
])('the rules a password misses are named: %s', async (_what, password, missed) => {
  expect(await missedBy(password)).toEqual(missed);
});

test('spaces, any script and 128 emoji are welcome, one character more is not', async () => {
  expect(await missedBy('Мой дом стоит у моря 7 aZ')).toEqual([]);
  const emoji = `aZ7${'🐙🦊🌵🪁🎻'.repeat(25)}`;
  expect([...emoji]).toHaveLength(128);
  expect(await missedBy(emoji)).toEqual([]);
  expect(await missedBy(`${emoji}!`)).toEqual(['length']);
});

test('the policy may ask for more characters', async () => {
  expect(await missedBy('xK7#qLw2!v', 12)).toEqual(['length']);
});

test('a megabyte is refused before any work', async () => {
  const startedAt = performance.now();
  expect(await missedBy('aZ7 '.repeat(250_000))).toEqual(['length']);
  expect(performance.now() - startedAt).toBeLessThan(50);
});

test('the worst password of 128 characters takes a moment only, and no other request waits for it', async () => {
  await missedBy(GOOD);
  for (const hard of [
    'aA1'.repeat(42),
    'password1A'.repeat(12),
    '1a1A'.repeat(32),
    'a'.repeat(126) + 'A1',
    '20012002A'.repeat(14),
  ]) {
    const before = process.cpuUsage();
    const idleBefore = performance.eventLoopUtilization();
    await missedBy(hard);
    expect(process.cpuUsage(before).user).toBeLessThan(500_000);
    expect(performance.eventLoopUtilization(idleBefore).active).toBeLessThan(100);
  }
});

test('a password is judged as it is kept: wide letters are plain ones, a letter and its accent are one', async () => {
  expect(await missedBy('ｐａｓｓｗｏｒｄA1')).toEqual(['guessable']);
  const long = `Harvest-Moon-42-${'éàüöñ'.repeat(20)}`;
  expect(await missedBy(long.normalize('NFD'))).toEqual([]);
  for (const tooLong of [`${long}${'é'.repeat(13)}`.normalize('NFD'), `aZ7${'e\u0301\u0323\u0302\u0304'.repeat(126)}`])
    expect(await missedBy(tooLong)).toEqual(['length']);
});
