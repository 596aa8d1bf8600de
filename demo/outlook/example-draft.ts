import { shelveAttachment } from './attach-files.ts';
import type { DraftStore } from './draft-store.ts';
import { exampleFiles } from './example-files.ts';
import { drawExamplePicture } from './draw-example-picture.ts';
import type { OutlookProfile } from './outlook-profile.ts';
import type { Person } from './simulated-draft.ts';

const PICTURE = { name: 'image001.png', contentId: 'image001.png@01DC5B3E.7A2C9F40' };

const line = (...people: Person[]) => ({ people, typed: '' });

/** Fills an empty draft in as people really write: text from Word with a table, a list and a picture, and three files, one of 20 MB. */
export async function fillInExample(store: DraftStore, { attaches }: OutlookProfile): Promise<void> {
  // All at once at the end: a reload meanwhile finds no half an example.
  const attachments = await Promise.all([
    shelveAttachment(await drawExamplePicture(), { ...PICTURE, isInline: true }),
    ...exampleFiles().map((file) =>
      shelveAttachment(file, { name: file.name, isInline: false, contentId: null, kind: attaches }),
    ),
  ]);
  store.change((draft) => ({
    ...draft,
    to: line({ name: 'Pat Doe', address: 'pat@client.example' }, { name: 'Kim Reed', address: 'kim@partner.example' }),
    cc: line({ name: 'Sam Hill', address: 'sam@client.example' }),
    bcc: line({ name: 'Jo Park', address: 'jo@insurer.example' }),
    subject: 'Your scan results',
    html: exampleText,
    attachments,
  }));
}

const exampleText = `
<p class="MsoNormal" style="margin:0cm 0cm 8pt;font-size:12pt;font-family:Aptos,sans-serif">Dear Pat,</p>
<p class="MsoNormal" style="margin:0cm 0cm 8pt;font-size:12pt;font-family:Aptos,sans-serif">here are the results of your scan of
<b>18 November</b>. In short: <span style="color:#0B6A0B">nothing to worry about</span>.</p>
<table class="MsoTableGrid" border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse;border:none">
<tbody><tr><td style="border:solid windowtext 1pt;padding:2pt 5.4pt;background:#DAE9F7"><b>What</b></td><td
style="border:solid windowtext 1pt;padding:2pt 5.4pt;background:#DAE9F7"><b>Result</b></td></tr>
<tr><td style="border:solid windowtext 1pt;padding:2pt 5.4pt">Blood pressure</td><td style="border:solid windowtext 1pt;padding:2pt 5.4pt">118 / 76</td></tr>
<tr><td style="border:solid windowtext 1pt;padding:2pt 5.4pt">Lungs</td><td style="border:solid windowtext 1pt;padding:2pt 5.4pt">clear</td></tr></tbody></table>
<p style="margin:8pt 0cm;font-size:12pt;font-family:Aptos,sans-serif">What to do next:</p>
<ol style="margin-top:0cm"><li>Read the letter.</li><li>Keep the picture for your own doctor.</li></ol>
<p><img src="cid:${PICTURE.contentId}" width="360" height="160" alt="Your visits in the last six months"></p>
<p style="font-family:Georgia,serif;font-size:10pt;color:#595959">Alex Morgan<br>Harbour Clinic</p>`;
