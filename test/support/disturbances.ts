import type { Page } from 'playwright-core';

/** Hears of whatever an attack does to a page or its window, from the page's next load on: code that runs, dialogs, downloads, windows. */
export async function watchDisturbances(page: Page): Promise<readonly string[]> {
  const disturbances: string[] = [];
  await page.exposeFunction('hit', (number: number) => void disturbances.push(`ran: ${number}`));
  await page.addInitScript(() => {
    const { hit } = window as unknown as { hit(number: number): void };
    addEventListener('message', ({ data }) => typeof data === 'number' && hit(data));
  });
  page.on('dialog', (dialog) => {
    disturbances.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('download', (download) => void disturbances.push(`download: ${download.url()}`));
  page.context().on('page', (opened) => void disturbances.push(`window: ${opened.url()}`));
  return disturbances;
}

/** Runs what an attack would run; heard last, it shows that everything else would have been heard. */
export async function hitItself(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as { hit(number: number): Promise<void> }).hit(-1));
}
