import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import {
  issueCode,
  issuePasswordLink,
  proveByCode,
  proveByLink,
  spendProof,
  type Proof,
} from '../../../server/security/codes.ts';
import { aKey } from '../../support/story.ts';
import { useApp } from '../../support/test-app.ts';
import { HOUR, MINUTE, SECOND } from '../../support/test-clock.ts';

const app = useApp();

/** Proves and uses the proof up, as setting a password does. */
const spend = async (proof: Proof) => {
  if (!(await spendProof(proof, app.context))) throw Object.assign(new Error(), { code: 'used' });
};
const spendCode = async (address: string, typed: string) => spend(await proveByCode(address, typed, app.context));
const spendPasswordLink = async (secret: string) => spend(await proveByLink(secret, app.context));
const findPasswordLink = async (secret: string) => (await proveByLink(secret, app.context)).address;

const anAddress = () => `${aKey().toLowerCase()}@client.example`;
const otherThan = (code: string) => code.replace(/./g, (digit) => String((Number(digit) + 1) % 10));
const outcomeOf = (guess: Promise<unknown>): Promise<string> =>
  guess.then(
    () => 'right',
    (error: { code: string }) => error.code,
  );
const outcomesOf = async (guesses: Promise<unknown>[]) => {
  const counts: Record<string, number> = {};
  for (const outcome of await Promise.all(guesses.map(outcomeOf))) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

test('a code works once, typed with spaces or hyphens', async () => {
  const address = anAddress();
  const { secret } = await issueCode(address, app.context);
  expect(secret).toMatch(/^\d{8}$/);
  await spendCode(address, ` ${secret.slice(0, 4)}-${secret.slice(4)} `);
  expect(await outcomeOf(spendCode(address, secret))).toBe('code_expired');
});

test('a code used in parallel works for one of the callers only', async () => {
  const address = anAddress();
  const { secret } = await issueCode(address, app.context);
  const outcomes = await outcomesOf(Array.from({ length: 4 }, () => spendCode(address, secret)));
  expect(outcomes['right']).toBe(1);
});

test('after five wrong guesses the right code is refused as exhausted', async () => {
  const address = anAddress();
  const { secret } = await issueCode(address, app.context);
  for (let guess = 1; guess <= 4; guess += 1) expect(await outcomeOf(spendCode(address, otherThan(secret)))).toBe('code_wrong');
  expect(await outcomeOf(spendCode(address, otherThan(secret)))).toBe('code_exhausted');
  expect(await outcomeOf(spendCode(address, secret))).toBe('code_exhausted');
});

test('the fifth try may still be the right one', async () => {
  const address = anAddress();
  const { secret } = await issueCode(address, app.context);
  for (let guess = 1; guess <= 4; guess += 1) await outcomeOf(spendCode(address, otherThan(secret)));
  expect(await outcomeOf(spendCode(address, secret))).toBe('right');
});

test('of a hundred parallel wrong guesses five are compared', async () => {
  const address = anAddress();
  const { secret } = await issueCode(address, app.context);
  const outcomes = await outcomesOf(Array.from({ length: 100 }, () => spendCode(address, otherThan(secret))));
  expect(outcomes).toEqual({ code_wrong: 4, code_exhausted: 96 });
});

test('an exhausted code stays exhausted when a new one is asked for', async () => {
  const address = anAddress();
  const { secret } = await issueCode(address, app.context);
  for (let guess = 1; guess <= 5; guess += 1) await outcomeOf(spendCode(address, otherThan(secret)));
  const { secret: newer } = await issueCode(address, app.context);
  expect(await outcomeOf(spendCode(address, secret))).toBe('code_wrong');
  expect(await outcomeOf(spendCode(address, newer))).toBe('right');
});

test('asking again leaves an earlier code valid until its own end', async () => {
  const address = anAddress();
  const { secret: first } = await issueCode(address, app.context);
  app.clock.advance(6 * MINUTE);
  await issueCode(address, app.context);
  expect(await outcomeOf(spendCode(address, first))).toBe('right');
});

test('a code ends after ten minutes', async () => {
  const address = anAddress();
  const { secret, endsAt } = await issueCode(address, app.context);
  expect(endsAt.getTime() - app.clock.now().getTime()).toBe(10 * MINUTE);
  app.clock.advance(10 * MINUTE);
  expect(await outcomeOf(spendCode(address, secret))).toBe('code_expired');
});

test('a code of another address is wrong, and a guess there costs this address nothing', async () => {
  const [own, other] = [anAddress(), anAddress()];
  const { secret } = await issueCode(own, app.context);
  const { secret: ofOther } = await issueCode(other, app.context);
  for (let guess = 1; guess <= 4; guess += 1) expect(await outcomeOf(spendCode(own, ofOther))).toBe('code_wrong');
  expect(await outcomeOf(spendCode(other, ofOther))).toBe('right');
  expect(await outcomeOf(spendCode(own, secret))).toBe('right');
});

test('a set-password link names its address as often as asked and is used up once, even in parallel', async () => {
  const address = anAddress();
  const { secret } = await issuePasswordLink(address, app.context);
  for (let look = 1; look <= 10; look += 1) expect(await findPasswordLink(secret)).toBe(address);
  const outcomes = await outcomesOf(Array.from({ length: 10 }, () => spendPasswordLink(secret)));
  expect(outcomes['right']).toBe(1);
  expect(await outcomeOf(findPasswordLink(secret))).toBe('password_link_expired');
});

test('a set-password link ends after sixty minutes', async () => {
  const { secret } = await issuePasswordLink(anAddress(), app.context);
  app.clock.advance(60 * MINUTE - SECOND);
  await findPasswordLink(secret);
  app.clock.advance(SECOND);
  expect(await outcomeOf(findPasswordLink(secret))).toBe('password_link_expired');
  expect(await outcomeOf(spendPasswordLink(secret))).toBe('password_link_expired');
});

test('a clock that was set back an hour makes neither a code nor a link work for longer', async () => {
  const address = anAddress();
  const { secret: code } = await issueCode(address, app.context);
  const { secret: link } = await issuePasswordLink(address, app.context);
  app.clock.advance(-HOUR);
  expect(await outcomeOf(spendCode(address, code))).toBe('code_expired');
  expect(await outcomeOf(spendPasswordLink(link))).toBe('password_link_expired');
  // Clocks of several servers never agree to the second.
  app.clock.advance(HOUR - 30 * SECOND);
  expect(await outcomeOf(spendCode(address, code))).toBe('right');
  expect(await outcomeOf(spendPasswordLink(link))).toBe('right');
});

test('neither codes nor links can be read in the database', async () => {
  const address = anAddress();
  const { secret: code } = await issueCode(address, app.context);
  const { secret: link } = await issuePasswordLink(address, app.context);
  const rows = JSON.stringify(await mongoose.connection.collection('codes').find({ address }).toArray());
  expect(rows).not.toContain(code);
  expect(rows).not.toContain(link);
});
