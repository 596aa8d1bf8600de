import { makeDocx } from './make-docx.ts';
import { makePdf } from './make-pdf.ts';
import { makeRadiograph } from './make-radiograph.ts';

/** The files of the example: a PDF, a letter from Word, and a picture of 20 MB whose name is none for ASCII. The same bytes at every call. */
export function exampleFiles(): File[] {
  return [
    makePdf('scan.pdf', 'Scan of 18 November'),
    makeDocx('letter.docx', 'Dear Pat, please find your letter here.'),
    makeRadiograph('Röntgenbild für Pat 😊.bmp'),
  ];
}
