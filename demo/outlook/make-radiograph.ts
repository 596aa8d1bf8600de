const HEADERS_BYTES = 54;
const SHADES = 256;
/** Drawn small and enlarged, so that 20 MB take a moment only. */
const [WIDTH, HEIGHT, ENLARGED] = [1280, 1024, 4];

/** A chest as an X-ray may show it: 20 MB as a bitmap of grey shades, with the same bytes in every engine. */
export function makeRadiograph(name: string): File {
  const [width, height] = [WIDTH * ENLARGED, HEIGHT * ENLARGED];
  const pixelsAt = HEADERS_BYTES + SHADES * 4;
  const bytes = new Uint8Array(pixelsAt + width * height);
  writeHeaders(new DataView(bytes.buffer), { width, height, pixelsAt, bytes: bytes.length });
  for (let shade = 0; shade < SHADES; shade += 1) bytes.fill(shade, HEADERS_BYTES + shade * 4, HEADERS_BYTES + shade * 4 + 3);
  for (let y = 0; y < HEIGHT; y += 1) {
    // A bitmap begins with its lowest line.
    const line = pixelsAt + (HEIGHT - 1 - y) * ENLARGED * width;
    for (let x = 0; x < WIDTH; x += 1) {
      const shade = shadeAt(x, y);
      for (let copy = 0; copy < ENLARGED; copy += 1) bytes[line + x * ENLARGED + copy] = shade;
    }
    for (let copy = 1; copy < ENLARGED; copy += 1) bytes.copyWithin(line + copy * width, line, line + width);
  }
  return new File([bytes], name, { type: 'image/bmp' });
}

/** Body, lungs, spine and ribs, by sums and products alone. */
function shadeAt(x: number, y: number): number {
  const across = (x - WIDTH / 2) / 470;
  const down = (y - 620) / 560;
  const body = across * across + down * down;
  if (body > 1) return 8;
  const aside = Math.abs(across);
  const lung = ((aside - 0.46) * (aside - 0.46)) / 0.09 + ((down + 0.12) * (down + 0.12)) / 0.36;
  const ribs = lung < 1.2 ? Math.abs((((y + aside * aside * 190) / 74) % 1) - 0.5) : 0;
  const spine = aside < 0.09 ? 60 * (1 - aside / 0.09) : 0;
  const tissue = 150 - 60 * body;
  const air = lung < 1 ? 85 * (1 - lung) : 0;
  return Math.max(8, Math.min(250, Math.round(tissue - air + ribs * 60 + spine)));
}

/** BITMAPFILEHEADER and BITMAPINFOHEADER with 8 bits a pixel, not compressed. */
function writeHeaders(
  view: DataView,
  { width, height, pixelsAt, bytes }: Record<'width' | 'height' | 'pixelsAt' | 'bytes', number>,
) {
  view.setUint16(0, 0x424d);
  view.setUint32(2, bytes, true);
  view.setUint32(10, pixelsAt, true);
  view.setUint32(14, 40, true);
  view.setUint32(18, width, true);
  view.setUint32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 8, true);
  view.setUint32(34, width * height, true);
  view.setUint32(46, SHADES, true);
}
