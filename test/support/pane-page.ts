import type { FrameLocator } from 'playwright-core';

/** What the task pane shows of a message before it is sent. */
export interface ShownDraft {
  readonly people: string;
  readonly subject: string;
  readonly text: string;
  /** Name and size of each file, and whether it can be sent. */
  readonly files: readonly string[];
  readonly notices: string;
}

/** Reads the pane once it shows the draft. */
export async function readPane(pane: FrameLocator): Promise<ShownDraft> {
  await pane.getByRole('button', { name: 'Send Secure' }).waitFor();
  const content = pane.locator('main');
  const files = await pane.getByRole('list', { name: 'Files' }).getByRole('listitem').allInnerTexts();
  return {
    people: await pane.locator('dl').innerText(),
    subject: await pane.locator('h2').innerText(),
    text: await content.locator('p[id]').first().innerText(),
    files: files.map((file) => file.replace(/\s+/g, ' ').trim()),
    notices: await content.innerText(),
  };
}
