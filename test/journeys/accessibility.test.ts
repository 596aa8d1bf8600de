import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findBarriers } from '../support/axe.ts';
import { openOutlook, openPane, writeDraft } from '../support/outlook-page.ts';
import { enrolByLink, linkIn, readBody } from '../support/portal-page.ts';
import { DESK, PHONE, useProduct } from '../support/use-product.ts';

const journey = useProduct();

const looks = [
  ['on a desk, light', { ...DESK, colorScheme: 'light' }],
  ['on a phone, dark', { ...PHONE, colorScheme: 'dark' }],
  ['on a desk, high contrast', { ...DESK, forcedColors: 'active' }],
] as const;

test.each(looks)(
  'no screen has a barrier that axe can find: %s',
  async (look, options) => {
    const address = `${look.replace(/\W+/g, '-')}@client.example`;
    const barriers: Record<string, string[]> = {};
    const check = async (screen: string, page: Page) => {
      await page.waitForTimeout(300);
      barriers[screen] = await findBarriers(page);
    };

    const alex = await journey.person({ ...options, viewport: DESK.viewport });
    await alex.goto(journey.product.origin);
    await check('start page', alex);
    await openOutlook(alex, journey.product.origin);
    const files = [{ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(2000, 1) }];
    await writeDraft(alex, { to: address, subject: 'Your results', html: '<p>Dear Pat</p>', files });
    await check('simulator', alex);
    const pane = await openPane(alex);
    await pane.getByRole('button', { name: 'Send Secure' }).waitFor();
    await check('task pane, ready', alex);
    await pane.getByRole('button', { name: 'Send Secure' }).click();
    await pane.getByText('Accepted for 1 recipient').waitFor();
    await check('task pane, accepted', alex);

    const pat = await journey.person(options);
    const [notification] = await journey.product.mailsTo(address);
    if (!notification) throw new Error('no notification');
    await pat.goto(linkIn(notification));
    await pat.getByRole('button', { name: 'Send me a code' }).waitFor();
    await check('create your password', pat);
    await pat.goto(`${journey.product.origin}/portal/sign-in`);
    await pat.getByLabel('E-mail address').waitFor();
    await check('sign in', pat);
    await pat.goto(`${journey.product.origin}/portal/forgot`);
    await pat.getByLabel('E-mail address').waitFor();
    await check('forgot', pat);
    await enrolByLink(pat, journey.product, address);
    await readBody(pat);
    await check('message', pat);
    await pat.getByRole('button', { name: 'Reply', exact: true }).click();
    await pat.getByRole('textbox', { name: 'Your reply' }).waitFor();
    await check('reply', pat);
    await pat.goto(`${journey.product.origin}/portal/sent`);
    await pat.getByText('Nothing sent yet').waitFor();
    await check('empty folder', pat);
    await pat.goto(`${journey.product.origin}/portal/inbox`);
    await pat.getByText('Your results').first().waitFor();
    await check('inbox', pat);
    await pat.goto(`${journey.product.origin}/portal/leaving#${encodeURIComponent('https://other.example/')}`);
    await pat.getByText('other.example').first().waitFor();
    await check('leaving', pat);

    expect(Object.entries(barriers).filter(([, found]) => found.length > 0)).toEqual([]);
  },
  150_000,
);
