import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';

/** Sharp enough for any screen, and no more memory than a phone has. */
const MOST_PIXELS_WIDE = 2000;
const MOST_TEXT_CHARACTERS = 20_000;

/** Puts every page of a PDF below the other, each drawn when it comes near the screen and given up when it is far. */
export function drawPages(pdf: PDFDocumentProxy, names: readonly string[]): void {
  const numbers = new Map<Element, number>();
  const observer = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        const figure = target as HTMLElement;
        if (isIntersecting) void drawPage(pdf, numbers.get(target) ?? 1, figure);
        else figure.querySelector('canvas')?.remove();
      }
    },
    { rootMargin: '1500px 0px' },
  );
  for (const [index, name] of names.entries()) {
    const figure = document.createElement('figure');
    figure.setAttribute('aria-label', name);
    figure.style.aspectRatio = '210 / 297';
    numbers.set(figure, index + 1);
    document.body.append(figure);
    observer.observe(figure);
  }
}

async function drawPage(pdf: PDFDocumentProxy, number: number, figure: HTMLElement): Promise<void> {
  if (figure.querySelector('canvas')) return;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  figure.append(canvas);
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  figure.style.aspectRatio = `${width} / ${height}`;
  const pixels = Math.min(MOST_PIXELS_WIDE, figure.clientWidth * Math.max(devicePixelRatio, 1));
  const viewport = page.getViewport({ scale: pixels / width });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(Math.min(viewport.height, MOST_PIXELS_WIDE * 4));
  await page.render({ canvas, viewport }).promise;
  await tellText(page, figure);
}

/** The words of a page, for those who do not see it. */
async function tellText(page: PDFPageProxy, figure: HTMLElement): Promise<void> {
  if (figure.querySelector('figcaption')) return;
  const { items } = await page.getTextContent();
  const caption = document.createElement('figcaption');
  caption.textContent = items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('')
    .slice(0, MOST_TEXT_CHARACTERS);
  figure.append(caption);
}
