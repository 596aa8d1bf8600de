import type { FrameLocator } from 'playwright-core';

/** What the task pane shows of a message before it is sent. */
export interface ShownDraft {
  readonly people: string;
  readonly subject: string;
  readonly text: string;
  /** Name and size of each file, and whether it can be sent. */
  readonly files: readonly string[];
  readonly notices: string;
  /** What is ticked, by its label, and for how many days it can be read. */
  readonly ticked: Readonly<Record<string, boolean>>;
  readonly days: number;
}

/** Reads the pane once it shows the draft. */
export async function readPane(pane: FrameLocator): Promise<ShownDraft> {
  await pane.getByRole('button', { name: 'Send Secure' }).waitFor();
  const content = pane.locator('main');
  // The options are fetched after the rest.
  await pane.getByRole('group', { name: 'Options' }).waitFor();
  const files = await pane.getByRole('list', { name: 'Files' }).getByRole('listitem').allInnerTexts();
  const options = pane.getByRole('group', { name: 'Options' });
  const boxes = await options.getByRole('checkbox').all();
  const ticked = boxes.map(async (box) => [await box.evaluate(labelOf), await box.isChecked()] as const);
  return {
    people: await pane.locator('dl').innerText(),
    subject: await pane.locator('h2').innerText(),
    text: await content.locator('p[id]').first().innerText(),
    files: files.map((file) => file.replace(/\s+/g, ' ').trim()),
    notices: await content.innerText(),
    ticked: Object.fromEntries(await Promise.all(ticked)),
    days: Number(await options.getByRole('combobox').inputValue()),
  };
}

const labelOf = (box: Element) => (box as HTMLInputElement).labels?.[0]?.innerText ?? '';
