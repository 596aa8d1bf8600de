import { expect, test } from '@jest/globals';
import { offerAddresses } from '../../../portal/compose/offer-addresses.ts';

const domains = ['harbour.example', 'clinic.example'];

test.each([
  ['alex', ['alex@harbour.example', 'alex@clinic.example'], false],
  ['alex@', ['alex@harbour.example', 'alex@clinic.example'], false],
  ['alex@cl', ['alex@clinic.example'], false],
  [' ALEX@Harbour.Example. ', ['alex@harbour.example'], false],
  ['alex@elsewhere.example', [], true],
  ['alex@mail.harbour.example', [], true],
  ['', [], false],
  ['two words', [], false],
  ['alex@el', [], false],
])('typing %j offers %j', (typed, offers, isOutside) => {
  expect(offerAddresses(typed, domains)).toEqual({ offers, isOutside });
});
