import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import PostalMime from 'postal-mime';
import { openOutlook, sendSecurely, writeDraft } from '../support/outlook-page.ts';
import { JOURNEY_PASSWORD } from '../support/journey-password.ts';
import { enterByLink, readBody, signIn } from '../support/portal-page.ts';
import { PHONE, useProduct } from '../support/use-product.ts';

const journey = useProduct();

const PAT = 'pat@client.example';
const KIM = 'kim@client.example';

/** Pastes as from Word. */
const fromWord = `<html><head><style>p.MsoNormal{mso-x:1}</style></head><body><p class=MsoNormal style='margin:0cm'>From <b>Word</b><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·&nbsp;</span><![endif]>a point</p>
<img src="file:///c:/x.png"><script>window.hurt = true</script></body></html>`;

/** Presses what stands above the text, one kind in each line. */
async function writeFormatted(page: Page): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const { keyboard } = page;
  await press('Italic');
  await keyboard.type('early');
  await press('Italic');
  await keyboard.press('Enter');
  await press('Bulleted list');
  await keyboard.type('bread');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await press('Quote');
  await keyboard.type('as agreed');
  await keyboard.press('Enter');
  await press('Link');
  await page.getByLabel('Web or e-mail address').fill('www.example.org');
  await press('Set link');
  await page.getByRole('button', { name: 'Set link' }).waitFor({ state: 'detached' });
  await keyboard.press('Enter');
}

test('an answer to all with formatting and a file reaches staff as mail and the other outside in the portal', async () => {
  const alex = await journey.person();
  await openOutlook(alex, journey.product.origin);
  await writeDraft(alex, { to: `Pat Doe <${PAT}>; Kim Poe <${KIM}>`, subject: 'Our visit', html: '<p>When will you come?</p>' });
  await sendSecurely(alex, 2);

  const pat = await journey.person(PHONE);
  await enterByLink(pat, journey.product, PAT);
  await pat.getByRole('button', { name: 'Reply All', exact: true }).click();
  const text = pat.getByRole('textbox', { name: 'Your reply' });
  await text.click();
  await pat.keyboard.press('Control+B');
  await pat.keyboard.type('On Monday');
  await pat.keyboard.press('Control+B');
  await pat.keyboard.press('Enter');
  await writeFormatted(pat);
  await text.evaluate((element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, fromWord);
  await pat.getByText('Pictures in what you pasted were left out.').waitFor();
  const file = { name: 'Größe.txt', mimeType: 'text/plain', buffer: Buffer.from('1.80 m') };
  await pat.locator('input[type=file]').setInputFiles([file]);
  await pat.getByText(/^Saved/).waitFor();
  await pat.getByRole('button', { name: 'Send', exact: true }).click();
  await pat.getByText('Your reply was sent').waitFor();

  const mail = await journey.product.mailAbout('alex@harbour.example', '[Secure] Re: Our visit');
  const parsed = await PostalMime.parse(await journey.product.source(mail.id));
  expect(parsed.html).toMatch(/<p><b><strong>On Monday<\/strong><\/b><\/p>/);
  expect(parsed.html).toMatch(
    /<p><i><em>early<\/em><\/i><\/p><ul><li>bread<\/li><\/ul><blockquote>as agreed<\/blockquote><p><a href="https:\/\/www\.example\.org\/?"[^>]*>www\.example\.org<\/a><\/p>/,
  );
  expect(parsed.html).toMatch(
    /From <b><strong>Word<\/strong><\/b>.*<ul><li>a point<\/li><\/ul>.*<blockquote.*When will you come\?/s,
  );
  expect(parsed.html).not.toMatch(/mso|script|class=/i);
  expect(parsed.attachments.map(({ filename }) => filename)).toEqual(['Größe.txt']);

  const kim = await journey.person();
  await journey.product.mailsTo(KIM, 2);
  await enterByLink(kim, journey.product, KIM);
  await kim.getByRole('heading', { name: 'Re: Our visit' }).waitFor();
  expect(await readBody(kim)).toContain('On Monday');
  expect(journey.pageErrors).toEqual([]);
}, 180_000);

test('a new message goes to chosen people of the organisation, and its draft survives a closed tab and an ended session', async () => {
  const pat = await journey.person(PHONE);
  await pat.goto(`${journey.product.origin}/portal/compose`);
  await signIn(pat, JOURNEY_PASSWORD, PAT);
  const to = pat.getByLabel('To', { exact: true });
  await to.fill('somebody@elsewhere.example');
  await pat.getByText(/You can write only to people at/).waitFor();
  await to.fill('alex');
  await pat.getByLabel('Subject').click();
  await pat.getByText('“alex” was removed because it was not chosen.').waitFor();
  await to.fill('alex');
  await pat.getByRole('button', { name: 'Add alex@harbour.example' }).click();
  await pat.getByLabel('Subject').fill('A question');
  await pat.getByRole('textbox', { name: 'Your message' }).fill('May I ask something?');
  await pat.getByText(/^Saved/).waitFor();
  const context = pat.context();
  await pat.close();

  const again = await context.newPage();
  await again.goto(`${journey.product.origin}/portal/drafts`);
  await again.getByRole('link', { name: /A question/ }).click();
  const text = again.getByRole('textbox', { name: 'Your message' });
  await text.getByText('May I ask something?').waitFor();
  await context.clearCookies();
  await text.press('End');
  await again.keyboard.type(' Please.');
  await again.getByRole('button', { name: 'Send', exact: true }).click();
  await signIn(again, JOURNEY_PASSWORD, PAT);
  await again.getByRole('textbox', { name: 'Your message' }).getByText('May I ask something? Please.').waitFor();
  await again.getByRole('button', { name: 'Send', exact: true }).click();
  await again.getByText('Your message was sent.').waitFor();
  await journey.product.mailAbout('alex@harbour.example', '[Secure] A question');
  await again.goto(`${journey.product.origin}/portal/drafts`);
  await again.getByText('No drafts.').waitFor();
  expect(journey.pageErrors).toEqual([]);
}, 180_000);
