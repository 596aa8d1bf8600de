import { expect, test } from '@jest/globals';
import { brandRamp } from '../../screen/brand-ramp.ts';

const colours = ['#0f766e', '#ffff00', '#ff0000', '#0000ff', '#ffffff', '#000000', '#f97316', '#ec4899', '#22c55e', 'nonsense'];

test.each(colours)('white text on a button is readable whatever the colour of the organisation is (%s)', (colour) => {
  expect(contrastToWhite(brandRamp(colour, true)[80])).toBeGreaterThanOrEqual(4.5);
  expect(contrastToWhite(brandRamp(colour, false)[70])).toBeGreaterThanOrEqual(4.5);
});

test('a colour that is dark enough is shown as it is', () => {
  expect(brandRamp('#0f766e', true)[80]).toBe('#0f766e');
});

test.each(colours)('the shades of %s grow from dark to light', (colour) => {
  const contrasts = Object.values(brandRamp(colour, true)).map(contrastToWhite);
  expect(contrasts).toEqual(contrasts.toSorted((one, other) => other - one));
});

/** WCAG 2.2, contrast ratio. */
function contrastToWhite(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}
