import { expect, test } from '@jest/globals';
import { openOutlook, openPane, writeDraft } from '../support/outlook-page.ts';
import { download, enterByLink, readBody } from '../support/portal-page.ts';
import { readZip } from '../support/read-zip.ts';
import { useProduct } from '../support/use-product.ts';
import { wordHtml } from '../support/word-html.ts';

const journey = useProduct();
const MANY = 'many@client.example';

test('499 files and 5 MB of Word, with the pane loaded anew in the middle, arrive once and whole', async () => {
  const alex = await journey.person();
  await openOutlook(alex, journey.product.origin);
  const files = Array.from({ length: 499 }, (_, at) => ({
    name: `page ${at + 1}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF page ${at + 1}`),
  }));
  // A picture would be one file too many.
  const word = wordHtml.replace(/<img[^>]*>/, '');
  const styled = `<p class="MsoNormal" style="${'mso-fareast-language:EN-GB;'.repeat(150)}">All is well.</p>`;
  const html = word + styled.repeat(1200);
  await writeDraft(alex, { to: MANY, subject: 'Many 🩻 pages', html, files });
  const pane = await openPane(alex);
  await pane.getByRole('button', { name: 'Show all 499 files' }).waitFor();
  await pane.getByRole('button', { name: 'Send Secure' }).click();
  await pane.getByText(/page \d+\.pdf, [3-9]\d of 499/).waitFor();
  await alex.getByRole('button', { name: 'Reload the pane' }).click();
  await pane.getByRole('button', { name: 'Send Secure' }).click();
  await pane.getByText('Accepted for 1 recipient').waitFor({ timeout: 200_000 });

  const many = await journey.person();
  await enterByLink(many, journey.product, MANY);
  expect(await readBody(many)).toContain('here are your results');
  await many.getByRole('button', { name: 'Show all 499 files' }).click();
  await many.getByRole('link', { name: /page 499\.pdf/ }).waitFor();
  expect(await many.getByRole('link', { name: /page \d+\.pdf/ }).count()).toBe(499);
  const zip = readZip((await download(many, 'Download all')).bytes);
  expect(new Map(zip.map(({ name, bytes }) => [name, bytes.toString()]))).toEqual(
    new Map(files.map(({ name, buffer }) => [name, buffer.toString()])),
  );
  const mails = await journey.product.mailsTo(MANY);
  expect(mails.filter(({ subject }) => subject.startsWith('Secure message'))).toHaveLength(1);
}, 300_000);
