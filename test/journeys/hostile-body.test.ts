import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sendMessage } from '../../contract/send.ts';
import { startAttacker } from '../support/attacker.ts';
import { type Attack, allAttacks } from '../support/attacks/all-attacks.ts';
import { enrolByLink, readBody } from '../support/portal-page.ts';
import { staffCall } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { useProduct } from '../support/use-product.ts';

const journey = useProduct();
const address = 'target@client.example';

/** One message for each family of attacks. */
async function sendByFamily(attacks: readonly Attack[]): Promise<string[]> {
  const call = await staffCall(journey.product);
  const families = [...Map.groupBy(attacks, ({ family }) => family)];
  const recipients = [{ address, name: 'Pat Doe', kind: 'to' as const }];
  for (const [family, ofFamily] of families) {
    const html = `<p>About ${family}</p>${ofFamily.map((one) => one.html).join('\n')}`;
    await call(sendMessage, aMessage({ recipients, subject: `Attack by ${family}`, html }));
  }
  return families.map(([family]) => family);
}

/** Hears of whatever an attack does to a page or its window. */
async function watch(page: Page): Promise<string[]> {
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

/** Points at, focuses, clicks and submits what a body holds, but for links to websites, which a click does follow. */
async function disturb(page: Page): Promise<void> {
  await page.evaluate(() => {
    const body = document.querySelector<HTMLIFrameElement>('iframe[name=message]')?.contentDocument;
    if (!body) throw new Error('no body is shown');
    for (const element of body.querySelectorAll<HTMLElement>('*')) {
      for (const type of ['pointerover', 'mouseover', 'mousemove', 'wheel', 'dblclick'])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
      element.focus?.();
      element.blur?.();
      if (!element.closest('a, area')) element.click?.();
    }
  });
}

test('hostile messages are read with their pictures and answered, and nothing of them runs, asks or moves', async () => {
  const attacker = await startAttacker();
  try {
    const families = await sendByFamily(allAttacks(attacker.host));
    const reader = await journey.person();
    await enrolByLink(reader, journey.product, address);
    await readBody(reader);
    const disturbances = await watch(reader);
    for (const family of families) {
      await reader.goto(`${journey.product.origin}/portal/inbox`);
      await reader.getByRole('link', { name: `Attack by ${family}` }).click();
      expect(await readBody(reader)).toContain(`About ${family}`);
      await disturb(reader);
      const pictures = reader.getByRole('button', { name: 'Show pictures' });
      if (await pictures.isVisible()) {
        await pictures.click();
        await reader.frameLocator('iframe[src="/frame?pictures=1"]').getByText(`About ${family}`).first().waitFor();
        await disturb(reader);
      }
      await reader.getByRole('button', { name: 'Reply', exact: true }).click();
      await reader.getByRole('textbox', { name: 'Your reply' }).fill(`Answer to ${family}`);
      await reader.getByRole('button', { name: 'Send', exact: true }).click();
      const { html } = await journey.product.mailAbout('alex@harbour.example', `[Secure] Re: Attack by ${family}`);
      expect(html).toContain(`About ${family}`);
      expect(html).not.toMatch(/<[^>]*\son\w+=|<script|javascript:/i);
      expect([family, new URL(reader.url()).origin]).toEqual([family, journey.product.origin]);
    }
    // What is seen last shows that the rest would have been seen.
    await reader.evaluate(() => (window as unknown as { hit(number: number): Promise<void> }).hit(-1));
    await fetch(`http://${attacker.host}/last`);
    expect({ disturbances, visits: attacker.visits }).toEqual({ disturbances: ['ran: -1'], visits: ['/last'] });
  } finally {
    attacker.close();
  }
}, 240_000);
