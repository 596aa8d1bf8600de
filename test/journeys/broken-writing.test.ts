import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { saveDraft } from '../../contract/compose.ts';
import { sendMessage } from '../../contract/send.ts';
import { findBarriers } from '../support/axe.ts';
import { type BreakingLine, openLine } from '../support/breaking-line.ts';
import { JOURNEY_PASSWORD } from '../support/journey-password.ts';
import { enterByLink, joinReader, readBody, signIn } from '../support/portal-page.ts';
import { staffCall } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { takeBack } from '../support/take-back.ts';
import { DESK, PHONE, useProduct } from '../support/use-product.ts';

const journey = useProduct();
let line: BreakingLine;
beforeAll(async () => {
  line = await openLine();
});
afterAll(() => line.close());

const PAT = 'pat@client.example';
const SUBJECT = 'Our visit';
const FILE = { name: 'report.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(3_000_000, 1) };
/** Uploaded in the first window, so that the second never has its bytes. */
const NOTE = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('a note') };
const DRAFTS = saveDraft.path.slice(0, saveDraft.path.indexOf(':'));

const text = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });

/** Types at the end of what is written, until the server has it. */
async function write(page: Page, words: string): Promise<void> {
  const isSaved = page.waitForResponse(
    (answer) => answer.url().includes(DRAFTS) && answer.request().method() === saveDraft.method && answer.ok(),
  );
  await typeAtEnd(page, words);
  await isSaved;
}

async function typeAtEnd(page: Page, words: string): Promise<void> {
  await text(page).press('Control+End');
  await page.keyboard.type(words);
}

test('two windows, a broken line, an ended session and a message taken back: nothing that was written is lost', async () => {
  const call = await staffCall(journey.product);
  await call(sendMessage, aMessage({ recipients: [{ address: PAT, kind: 'to' }], subject: SUBJECT }));
  const first = await journey.person({ ...DESK, proxy: line.proxy });
  await enterByLink(first, journey.product, PAT);
  await readBody(first);
  await first.getByRole('button', { name: 'Reply', exact: true }).click();
  await first.locator('input[type=file]').setInputFiles([NOTE]);
  await first.getByRole('button', { name: 'Remove note.txt' }).waitFor();
  await write(first, 'One thought.');
  const second = await journey.person(PHONE);
  await joinReader(second, journey.product, first);
  await text(second).getByText('One thought.').waitFor();

  line.breakAt(FILE.buffer.length / 2);
  await first.locator('input[type=file]').setInputFiles([FILE]);
  await write(first, ' More of it.');
  await typeAtEnd(second, ' Another.');
  await second.getByText('This draft was changed in another window.').waitFor();
  expect(await findBarriers(second)).toEqual([]);
  await second.getByRole('button', { name: 'Keep both' }).click();
  await second.getByText(/^Saved/).waitFor();
  await second.getByRole('button', { name: 'Remove note.txt' }).waitFor();

  await first.getByText(/^Not uploaded/).waitFor();
  expect(await findBarriers(first)).toEqual([]);
  await first.getByRole('button', { name: 'Send', exact: true }).click();
  await first.getByText('Some files were not uploaded.').waitFor();
  line.breakAt(Infinity);
  await first.getByRole('button', { name: 'Try again' }).click();
  await first.getByText(/^Not uploaded/).waitFor({ state: 'detached' });

  await first.context().clearCookies();
  // The draft that saves itself finds out that the session is over.
  await typeAtEnd(first, ' The end.');
  await signIn(first, JOURNEY_PASSWORD, PAT);
  await text(first).getByText('One thought. More of it. The end.').waitFor();
  await first.getByRole('button', { name: 'Send', exact: true }).click();
  await first.getByText('Your reply was sent').waitFor();
  const answer = await journey.product.mailAbout('alex@harbour.example', `[Secure] Re: ${SUBJECT}`);
  expect(answer.text).toContain('One thought. More of it. The end.');
  expect(answer.attachments.map(({ filename, size }) => [filename, size])).toEqual([
    ['note.txt', NOTE.buffer.length],
    ['report.bin', 3_000_000],
  ]);

  await takeBack(journey.product, SUBJECT);
  await typeAtEnd(second, ' Too late.');
  await second.getByRole('button', { name: 'Send', exact: true }).click();
  await second.getByRole('alert').getByText('The sender has taken this message back.').waitFor();
  expect(await findBarriers(second)).toEqual([]);
  await second.getByRole('button', { name: 'Write it as a new message' }).click();
  await second.getByRole('button', { name: 'Send', exact: true }).click();
  // Beside the answer there is Alex's own copy of what Pat answers.
  const mails = await journey.product.mailsTo('alex@harbour.example', 3);
  expect(mails[0]?.text).toContain('One thought. Another. Too late.');
  expect(mails[0]?.attachments.map(({ filename, size }) => [filename, size])).toEqual([['note.txt', NOTE.buffer.length]]);
  expect(journey.pageErrors).toEqual([]);
}, 120_000);
