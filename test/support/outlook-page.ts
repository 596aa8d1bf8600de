import type { FrameLocator, Page } from 'playwright-core';

/** A file as a person would pick it. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface WrittenDraft {
  readonly to?: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly subject?: string;
  readonly html?: string;
  readonly files?: readonly PickedFile[];
}

/** Opens the Outlook simulator with an empty draft. */
export async function openOutlook(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/demo/outlook?draft=empty`);
  await page.getByLabel('Subject').waitFor();
}

/** Writes a draft as staff do: people, subject, pasted text, files. */
export async function writeDraft(page: Page, { to, cc, bcc, subject, html, files = [] }: WrittenDraft): Promise<void> {
  for (const [field, people] of [
    ['To', to],
    ['Cc', cc],
    ['Bcc', bcc],
  ] as const) {
    if (people === undefined) continue;
    await page.getByLabel(field, { exact: true }).fill(people);
    await page.getByLabel(field, { exact: true }).blur();
  }
  if (subject !== undefined) await page.getByLabel('Subject', { exact: true }).fill(subject);
  if (html !== undefined) await pasteHtml(page, html);
  if (files.length > 0) await page.getByLabel('Attach file').setInputFiles([...files]);
}

/** Pastes HTML into the body, as from Word. */
async function pasteHtml(page: Page, html: string): Promise<void> {
  const body = page.getByLabel('Message body');
  await body.focus();
  await body.evaluate((element, pasted) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/html', pasted);
    clipboard.setData('text/plain', 'pasted');
    const event = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true });
    const isLeftToBrowser = element.dispatchEvent(event);
    if (isLeftToBrowser) document.execCommand('insertHTML', false, pasted);
  }, html);
}

/** Clicks *Send Secure* in the ribbon and answers the task pane. */
export async function openPane(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'Send Secure', exact: true }).first().click();
  return page.frameLocator('iframe[src*="taskpane"]');
}

/** Sends the draft with the task pane and waits for "Accepted for N recipients". */
export async function sendSecurely(page: Page, recipients: number): Promise<void> {
  const pane = await openPane(page);
  await pane.getByRole('button', { name: 'Send Secure' }).click();
  await waitUntilAccepted(page, recipients);
}

/** Waits until the pane says for how many the message was accepted, and then for the compose window to close by itself. */
export async function waitUntilAccepted(page: Page, recipients: number): Promise<void> {
  const people = recipients === 1 ? '1 recipient' : `${recipients} recipients`;
  await page.frameLocator('iframe[src*="taskpane"]').getByText(`Accepted for ${people}`).waitFor({ timeout: 60_000 });
  await page.getByText('The compose window is closed').waitFor();
}
