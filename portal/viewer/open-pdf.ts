import { type PDFDocumentProxy, VerbosityLevel, getDocument } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm';
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm';

/** Decoders that scanners' files need. They travel within the program, since its page may ask nobody for anything. */
const decoders: Readonly<Record<string, string>> = { 'jbig2.wasm': jbig2, 'openjpeg.wasm': openjpeg };

class OwnDecoders {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const [, base64] = decoders[filename]?.split(',') ?? [];
    if (base64 === undefined) throw new Error('the program does not bring this');
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  }
}

/** Reads a PDF. No worker: this page is a process of its own where the browser knows such, and a worker would need an address to load from.
 *  @throws when it is none, is broken, or wants a password */
export async function openPdf(data: ArrayBuffer): Promise<PDFDocumentProxy> {
  Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });
  const task = getDocument({
    data,
    isEvalSupported: false,
    useWorkerFetch: false,
    BinaryDataFactory: OwnDecoders,
    wasmUrl: '/',
    enableXfa: false,
    maxImageSize: 64 * 1024 * 1024,
    verbosity: VerbosityLevel.ERRORS,
  });
  // Nobody is asked for a password here; the file can be downloaded.
  task.onPassword = () => void task.destroy();
  return task.promise;
}
