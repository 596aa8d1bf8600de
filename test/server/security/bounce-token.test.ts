import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { bounceAddress, mailOfBounceAddress } from '../../../server/mail/bounce-address.ts';
import { bounceToken, readBounceToken } from '../../../server/security/bounce-token.ts';
import { useApp } from '../../support/test-app.ts';

const app = useApp({ BOUNCE_ADDRESS: 'Bounce@bounces.harbour.example' });
const anId = () => randomBytes(16).toString('hex');

test('a token names its mail, in capitals too, and fits into an address', () => {
  const id = anId();
  const token = bounceToken(id, app.context.keys);
  expect(token).toMatch(/^[a-z2-7]{45}$/);
  expect(readBounceToken(token.toUpperCase(), app.context.keys)).toBe(id);
  const address = bounceAddress({ mailMessageId: id }, app.context);
  expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  expect(mailOfBounceAddress(address.toUpperCase(), app.context)).toBe(id);
});

test('a token changed in any place, cut, lengthened or made up is nobody’s', () => {
  const token = bounceToken(anId(), app.context.keys);
  for (let place = 0; place < token.length - 1; place += 1) {
    const other = token[place] === 'a' ? 'b' : 'a';
    expect(readBounceToken(token.slice(0, place) + other + token.slice(place + 1), app.context.keys)).toBeNull();
  }
  const other = bounceToken(anId(), app.context.keys);
  const wrong = [
    '',
    token.slice(1),
    `${token}a`,
    `${token}aaaaaaaa`,
    '1'.repeat(45),
    'a'.repeat(45),
    token.slice(0, 26) + other.slice(26),
  ];
  for (const one of wrong) expect(readBounceToken(one, app.context.keys)).toBeNull();
});

test.each([
  'bounce@bounces.harbour.example',
  'bounce+@bounces.harbour.example',
  'TOKEN@bounces.harbour.example',
  'other+TOKEN@bounces.harbour.example',
  'bounce+TOKEN@harbour.example',
  'bounce+TOKEN@bounces.harbour.example@evil.example',
  'bounce+TOKEN+more@bounces.harbour.example',
  'bounce+TOKEN@bounces.harbour.example.evil.example',
])('%s is no address for reports', (form) => {
  const address = form.replace('TOKEN', bounceToken(anId(), app.context.keys));
  expect(mailOfBounceAddress(address, app.context)).toBeNull();
});
