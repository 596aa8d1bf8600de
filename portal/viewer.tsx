import { drawPages } from './viewer/draw-pages.ts';
import { openPdf } from './viewer/open-pdf.ts';

/** What the page around it tells: the file, then what to call each of its pages and the language to read them out in. */
interface Told {
  readonly pdf?: ArrayBuffer;
  readonly names?: readonly string[];
  readonly language?: string;
}

/** The page that draws a PDF, alone in an origin of its own. It asks the page around it for the file, then for what to call each of its pages. */
function start(): void {
  let draw: ((names: readonly string[]) => void) | null = null;
  const tell = (word: 'ready' | 'broken' | { readonly count: number }) => parent.postMessage(word, '*');
  addEventListener('message', ({ source, data }: MessageEvent<Told>) => {
    if (source !== parent) return;
    if (data.language) document.documentElement.lang = data.language;
    if (data.names) draw?.(data.names);
    if (!data.pdf) return;
    openPdf(data.pdf).then(
      (pdf) => {
        draw = (names) => drawPages(pdf, names);
        tell({ count: pdf.numPages });
      },
      () => tell('broken'),
    );
  });
  tell('ready');
}

start();
