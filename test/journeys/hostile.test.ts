import { expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { limits } from '../../contract/limits.ts';
import { sendMessage, uploadAttachment } from '../../contract/send.ts';
import { startAttacker } from '../support/attacker.ts';
import { type Attack, allAttacks } from '../support/attacks/all-attacks.ts';
import { hitItself, watchDisturbances } from '../support/disturbances.ts';
import { openOutlook, openPane } from '../support/outlook-page.ts';
import { enterByLink, readBody } from '../support/portal-page.ts';
import { staffCall, staffUpload } from '../support/staff-call.ts';
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
    await enterByLink(reader, journey.product, address);
    await readBody(reader);
    const disturbances = await watchDisturbances(reader);
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
    await hitItself(reader);
    await fetch(`http://${attacker.host}/last`);
    expect({ disturbances, visits: attacker.visits }).toEqual({ disturbances: ['ran: -1'], visits: ['/last'] });
  } finally {
    attacker.close();
  }
}, 240_000);

/** As a name or a line of text: what of an attack fits. */
const within = (attack: Attack, characters: number) => attack.html.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, characters);

/** Every other attack is a subject, and one of eight is searched for: each family is among them. */
const isSubject = ({ number }: Attack) => number % 2 === 0;
const isSearched = ({ number }: Attack) => number % 8 === 0;

/** Attacks as subjects; and one message for each family whose files and recipients bear them as names. */
async function sendAsNames(attacks: readonly Attack[], reader: string): Promise<readonly string[]> {
  const call = await staffCall(journey.product);
  const upload = await staffUpload(journey.product);
  const to = (address: string, name: string) => ({ address, name, kind: 'to' as const });
  for (const attack of attacks.filter(isSubject)) {
    const subject = within(attack, limits.subjectCharacters);
    const recipients = [to(reader, within(attack, limits.personNameCharacters))];
    await call(sendMessage, aMessage({ recipients, subject }));
  }
  const families = [...Map.groupBy(attacks, ({ family }) => family)];
  for (const [family, ofFamily] of families) {
    const attachments = await Promise.all(
      ofFamily.map(async (attack) => {
        const name = within(attack, limits.fileNameCharacters);
        const { uploadId } = await upload(uploadAttachment, new Blob(['bytes']), 'file');
        return { uploadId, name, contentType: 'text/html', contentId: null };
      }),
    );
    const others = ofFamily.map((attack) => to(`${attack.number}@other.example`, within(attack, limits.personNameCharacters)));
    await call(sendMessage, aMessage({ recipients: [to(reader, 'Kim'), ...others], subject: `Names by ${family}`, attachments }));
  }
  return families.map(([family]) => family);
}

/** Turns a list's pages until its oldest line stands there. */
async function readDownTo(oldest: Locator, more: () => Promise<unknown>): Promise<void> {
  while (!(await oldest.first().isVisible())) await more();
}

test('subjects, names, file names and search words are text on every page, whatever is in them', async () => {
  const kim = 'kim@client.example';
  // What the hostile bodies before were refused is reported, too.
  const errorsBefore = journey.pageErrors.length;
  const attacker = await startAttacker();
  try {
    const attacks = allAttacks(attacker.host);
    const families = await sendAsNames(attacks, kim);
    const oldest = within(attacks[0] as Attack, limits.subjectCharacters);
    const reader = await journey.person();
    const disturbances = await watchDisturbances(reader);
    const messages = attacks.filter(isSubject).length + families.length;
    await journey.product.mailsTo(kim, messages, 150_000);
    await enterByLink(reader, journey.product, kim);
    await readBody(reader);
    await reader.goto(`${journey.product.origin}/portal/inbox`);
    await readDownTo(reader.getByText(oldest, { exact: true }), () =>
      reader.getByRole('listitem').last().scrollIntoViewIfNeeded(),
    );
    for (const family of families) {
      await reader.goto(`${journey.product.origin}/portal/inbox`);
      await reader.getByRole('link', { name: `Names by ${family}` }).click();
      await readBody(reader);
      await reader.getByRole('button', { name: 'Reply All' }).click();
      await reader.getByRole('textbox', { name: 'Your reply' }).waitFor();
    }
    await reader.goto(`${journey.product.origin}/portal/inbox`);
    const box = reader.getByRole('searchbox', { name: 'Search messages' });
    for (const attack of attacks.filter(isSearched)) {
      const words = within(attack, limits.searchCharacters);
      await box.fill(words);
      await box.press('Enter');
      await reader.getByText(words).first().waitFor();
    }
    await hitItself(reader);

    const alex = await journey.person();
    const disturbancesOfStaff = await watchDisturbances(alex);
    await openOutlook(alex, journey.product.origin);
    const pane = await openPane(alex);
    await pane.getByRole('tab', { name: 'Sent' }).click();
    for (const family of families) {
      await pane.getByRole('button', { name: `Names by ${family}` }).click();
      await pane.getByRole('listitem').filter({ hasText: '@other.example' }).last().waitFor();
      await pane.getByRole('button', { name: 'All sent messages' }).click();
    }
    const showMore = pane.getByRole('button', { name: 'Show more' });
    await readDownTo(pane.getByText(oldest, { exact: true }), async () => {
      // It says so while a page is on its way, and is gone after the last.
      await showMore
        .or(pane.getByText(oldest, { exact: true }))
        .first()
        .waitFor();
      if (await showMore.isVisible()) await showMore.click();
    });
    await hitItself(alex);
    await fetch(`http://${attacker.host}/last`);
    expect(attacker.visits).toEqual(['/last']);
    expect([disturbances, disturbancesOfStaff]).toEqual([['ran: -1'], ['ran: -1']]);
    expect(journey.pageErrors.slice(errorsBefore)).toEqual([]);
  } finally {
    attacker.close();
  }
}, 400_000);
