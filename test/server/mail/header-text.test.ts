import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hasControlCharacter } from '../../../contract/address.ts';
import { headerText } from '../../../server/mail/header-text.ts';

test('whatever goes in, one line without controls comes out, no longer than asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 100 }), (text, limit) => {
      const line = headerText(text, limit);
      expect(hasControlCharacter(line)).toBe(false);
      expect(Array.from(line).length).toBeLessThanOrEqual(limit);
      expect(line).toBe(line.trim());
      expect(line.isWellFormed()).toBe(true);
    }),
  );
});

test('ordinary names stay as they are', () => {
  for (const name of ['Pat Doe', 'Dr. Lee', "O'Neill-Müller", '名前 😀', 'شادي', 'می‌خواهم', '👩‍⚕️'])
    expect(headerText(name, 100)).toBe(name);
});

test('what turns the direction of writing is taken out', () => {
  expect(headerText('invoice\u202egpj.exe', 100)).toBe('invoice gpj.exe');
});
