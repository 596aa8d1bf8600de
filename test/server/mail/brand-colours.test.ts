import { expect, test } from '@jest/globals';
import { brandColours } from '../../../server/mail/brand-colours.ts';

test.each([
  ['#0f6cbd', '#ffffff'],
  ['#ffd400', '#000000'],
  ['#000000', '#ffffff'],
  ['#ffffff', '#000000'],
])('text on the brand colour %s is %s', (brand, onBrand) => {
  expect(brandColours(brand).onBrand).toBe(onBrand);
});

test('links are darker than a light brand colour, and lighter than a dark one where the ground is dark', () => {
  expect(brandColours('#ffd400').onLight).not.toBe('#ffd400');
  expect(brandColours('#003366').onLight).toBe('#003366');
  expect(brandColours('#003366').onDark).not.toBe('#003366');
  expect(brandColours('#ffd400').onDark).toBe('#ffd400');
});
