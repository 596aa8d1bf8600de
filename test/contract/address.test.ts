import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  domainOf,
  emailAddress,
  hasControlCharacter,
  normaliseAddress,
  normaliseDomain,
  oneLine,
  shortenAddress,
} from '../../contract/address.ts';

test.each([
  ['pat@client.example', 'pat@client.example'],
  [' Pat.Doe@CLIENT.Example ', 'pat.doe@client.example'],
  ["o'brien+post@client.example", "o'brien+post@client.example"],
  ['!#$%&*+-/=?^_`{|}~@client.example', '!#$%&*+-/=?^_`{|}~@client.example'],
  ['pat@münchen.example', 'pat@xn--mnchen-3ya.example'],
  ['pat@XN--MNCHEN-3YA.example', 'pat@xn--mnchen-3ya.example'],
  ['pat@client.example.', 'pat@client.example'],
  [`${'a'.repeat(64)}@client.example`, `${'a'.repeat(64)}@client.example`],
])('%j is the address %j', (typed, address) => {
  expect(normaliseAddress(typed)).toBe(address);
});

test.each([
  '',
  'pat',
  '@client.example',
  'pat@',
  'pat@client',
  'pat@@client.example',
  'pat@client@example.com',
  'pat doe@client.example',
  '.pat@client.example',
  'pat.@client.example',
  'pat..doe@client.example',
  '"pat doe"@client.example',
  '"pat"@client.example',
  'pat(home)@client.example',
  'Pat <pat@client.example>',
  'friends:pat@client.example;',
  'a@b.example\r\nRCPT TO:<x@y.example>',
  'a\r\n@b.example',
  'a@b.exa\u0000mple',
  'a\tb@client.example',
  'pat@[127.0.0.1]',
  'pat@127.0.0.1',
  'pat@0x7f.1',
  'pat@client.example:25',
  'pat@client.example/x',
  'pat@user:x@client.example',
  'pat@client..example',
  'pat@-client.example',
  'pat@client-.example',
  'pat@cli_ent.example',
  'pat@client.example..',
  'pat@client。example@x',
  'pat@cli\u00adent.example',
  'pat@cli\u200dent.example',
  'pät@client.example',
  '\u212Aim@client.example',
  'рat@client.example',
  `${'a'.repeat(65)}@client.example`,
  `pat@${'a'.repeat(64)}.example`,
  `pat@${'a.'.repeat(130)}example`,
  `pat@${'ü'.repeat(60)}.${'ü'.repeat(60)}.${'ü'.repeat(60)}.${'ü'.repeat(60)}.example`,
])('%j is no address', (typed) => {
  expect(normaliseAddress(typed)).toBeNull();
  expect(emailAddress.safeParse(typed).success).toBe(false);
});

describe('whatever is typed', () => {
  const local = fc.stringMatching(/^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]{1,30}(\.[A-Za-z0-9]{1,20}){0,1}$/);
  const domain = fc.domain();
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.tuple(local, fc.string({ unit: 'grapheme' })).map(([a, b]) => `${a}@${b}.example`),
    fc.emailAddress(),
  );

  test('an address that is accepted is plain ASCII without anything that ends a line or a word, of 254 characters at most', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const address = normaliseAddress(typed);
        if (address === null) return;
        expect(address).toMatch(/^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9.-]+$/);
        expect(address.length).toBeLessThanOrEqual(254);
        expect(domainOf(address)).toBe(normaliseDomain(domainOf(address)));
      }),
    );
  });

  test('normalising twice is normalising once, and capitals never make another address', () => {
    fc.assert(
      fc.property(local, domain, (name, host) => {
        const address = normaliseAddress(`${name}@${host}`);
        if (address === null) return;
        expect(normaliseAddress(address)).toBe(address);
        expect(normaliseAddress(`${name.toUpperCase()}@${host.toUpperCase()}`)).toBe(address);
      }),
    );
  });

  test('a shortened address gives away one letter and the domain', () => {
    fc.assert(
      fc.property(local, domain, (name, host) => {
        const address = normaliseAddress(`${name}@${host}`);
        if (address === null) return;
        expect(shortenAddress(address)).toBe(`${address[0] ?? ''}••@${domainOf(address)}`);
      }),
    );
  });
});

test.each([
  ['a', 'a'.repeat(100_000)],
  ['dots', 'a.'.repeat(50_000)],
  ['signs', '@'.repeat(100_000)],
  ['spaces', `${' '.repeat(100_000)}x`],
  ['hyphens', `pat@${'a-'.repeat(50_000)}`],
  ['letters with marks', `pat@${'é'.repeat(100_000)}.example`],
  ['controls', '\u0000'.repeat(100_000)],
])('100 KB of %s are judged at once', (_what, typed) => {
  const startedAt = performance.now();
  expect(normaliseAddress(typed)).toBeNull();
  expect(normaliseDomain(typed)).toBeNull();
  emailAddress.safeParse(typed);
  oneLine(998).safeParse(typed);
  expect(performance.now() - startedAt).toBeLessThan(100);
});

test.each(['\r', '\n', '\u0000', '\u001b', '\u007f', '\u0085', '\u2028', '\u2029', '\t'])(
  'a line for a header may not hold %j',
  (character) => {
    expect(hasControlCharacter(`a${character}b`)).toBe(true);
    expect(oneLine(100).safeParse(`a${character}b`).success).toBe(false);
  },
);

test('a line for a header may hold any script and emoji', () => {
  expect(oneLine(100).safeParse('Prüfbericht 🐙 – שלום').success).toBe(true);
  expect(oneLine(3).safeParse('four').success).toBe(false);
});
