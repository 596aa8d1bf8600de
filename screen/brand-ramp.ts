import type { BrandVariants } from '@fluentui/react-components';

/** Lightness (OKLab, 0 to 1) of the sixteen steps; step 80 carries white text at more than 4.5:1 (WCAG 2.2, 1.4.3) in every hue. */
const lightness = {
  10: 0.2,
  20: 0.25,
  30: 0.295,
  40: 0.34,
  50: 0.385,
  60: 0.43,
  70: 0.47,
  80: 0.52,
  90: 0.605,
  100: 0.68,
  110: 0.72,
  120: 0.76,
  130: 0.81,
  140: 0.86,
  150: 0.905,
  160: 0.96,
} as const satisfies Record<keyof BrandVariants, number>;

type Triple = readonly [number, number, number];

const FALLBACK = '#0f6cbd';

/** Sixteen shades of an organisation's colour (`#rrggbb`). With `keepColour` step 80 is the colour itself as long as white text on it
 *  stays readable; without it (dark theme) all shades are evenly spaced. Anything that is no such colour gives Fluent's blue. */
export function brandRamp(colour: string, keepColour: boolean): BrandVariants {
  const [own, a, b] = toOklab(/^#[0-9a-f]{6}$/i.test(colour) ? colour : FALLBACK);
  const middle = keepColour ? Math.min(own, 0.54) : lightness[80];
  const shades = Object.entries(lightness).map(([step, even]) => {
    const wanted = Number(step) <= 80 ? (even * middle) / lightness[80] : even;
    const taper = Math.min(1, (1 - wanted) / (1 - lightness[90]), wanted / lightness[60]);
    return [step, toHex(wanted, a * taper, b * taper)];
  });
  return Object.fromEntries(shades) as BrandVariants;
}

/** Björn Ottosson's OKLab, from sRGB. */
function toOklab(hex: string): Triple {
  const [r, g, b] = [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The nearest sRGB colour of that lightness: what the screen cannot show loses colourfulness, never lightness. */
function toHex(light: number, a: number, b: number): string {
  let share = 1;
  let rgb = toSrgb(light, a, b);
  while (share > 0 && rgb.some((channel) => channel < -0.001 || channel > 1.001)) {
    share -= 0.05;
    rgb = toSrgb(light, a * share, b * share);
  }
  const bytes = rgb.map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function toSrgb(light: number, a: number, b: number): Triple {
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toGamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toGamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toGamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function toGamma(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;
}
