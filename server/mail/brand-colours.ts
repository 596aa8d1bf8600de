export interface BrandColours {
  readonly brand: string;
  /** Readable on the brand colour. */
  readonly onBrand: string;
  /** The brand colour, dark enough for text on white. */
  readonly onLight: string;
  /** The brand colour, light enough for text on a dark ground. */
  readonly onDark: string;
}

type Rgb = readonly [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const DARK_GROUND: Rgb = [31, 31, 31];
/** WCAG 2.2, 1.4.3: contrast of normal text. */
const READABLE = 4.5;

/** The colours of a mail from the one brand colour (`#rrggbb`), each readable where it stands. */
export function brandColours(brand: string): BrandColours {
  const rgb = parse(brand);
  return {
    brand,
    onBrand: contrast(rgb, WHITE) >= contrast(rgb, BLACK) ? '#ffffff' : '#000000',
    onLight: format(mixUntilReadable(rgb, BLACK, WHITE)),
    onDark: format(mixUntilReadable(rgb, WHITE, DARK_GROUND)),
  };
}

function parse(colour: string): Rgb {
  const number = Number.parseInt(colour.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

function format(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function mixUntilReadable(from: Rgb, towards: Rgb, ground: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.1) {
    const mixed = from.map((part, index) => part + ((towards[index] ?? 0) - part) * share) as unknown as Rgb;
    if (contrast(mixed, ground) >= READABLE) return mixed;
  }
  return towards;
}

/** Contrast ratio of WCAG 2.2. */
function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
