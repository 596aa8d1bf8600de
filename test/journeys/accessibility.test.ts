import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { findBarriers } from '../support/axe.ts';
import { enterOn, settled, tabTo, typeInto } from '../support/keyboard.ts';
import { openOutlook, openPane, writeDraft } from '../support/outlook-page.ts';
import { enrolByLink, JOURNEY_PASSWORD, linkIn, readBody } from '../support/portal-page.ts';
import { DESK, PHONE, useProduct } from '../support/use-product.ts';

const journey = useProduct();

/** How each screen is looked at: a page follows all of it while it is open. */
const looks = [
  { look: 'on a desk, light', viewport: DESK.viewport, colorScheme: 'light', forcedColors: 'none' },
  { look: 'on a phone, dark', viewport: PHONE.viewport, colorScheme: 'dark', forcedColors: 'none' },
  { look: 'on a desk, high contrast', viewport: DESK.viewport, colorScheme: 'light', forcedColors: 'active' },
] as const;

/** 1280 x 1024 enlarged to 400 %, which is also the narrowest window (WCAG 2.2, 1.4.10). */
const ENLARGED = { width: 320, height: 256 };

/** Screens that anybody reaches by an address, and what shows that they are there. */
const openScreens = [
  ['sign in', '/portal/sign-in', 'E-mail address'],
  ['forgot', '/portal/forgot', 'E-mail address'],
  ['verify', '/verify', 'Verification code'],
  ['help: genuine', '/portal/help/genuine', 'Check three things'],
  ['help: login', '/portal/help/login', 'I forgot my password'],
  ['help: contact', '/portal/help/contact', 'Telephone and hours'],
  ['help: accessibility', '/portal/help/accessibility', 'What is tested'],
  ['not found', '/portal/nothing/here/at/all', 'There is nothing here'],
  ['leaving', `/portal/leaving#${encodeURIComponent('https://other.example/')}`, 'Go to other.example'],
] as const;

/** Screens of somebody who is signed in; the inbox comes last, for its keys are looked at too. */
const ownScreens = [
  ['new message', '/portal/compose', 'role=textbox[name="Your message"]'],
  ['drafts', '/portal/drafts', 'role=heading[name="Drafts"]'],
  ['empty folder', '/portal/sent', 'text=Nothing sent yet'],
  ['deleted', '/portal/deleted', 'text=Nothing deleted'],
  ...['password', 'second-step', 'passkeys', 'sessions', 'language', 'reading', 'signature'].map(
    (section) => [`settings: ${section}`, `/portal/settings/${section}`, 'role=heading[level=1]'] as const,
  ),
  ['inbox', '/portal/inbox', 'text=Your results'],
] as const;

const files = [{ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(2000, 1) }];

/** Alex writes to an address and waits in the task pane before Send Secure. */
async function writeTo(address: string, alex: Page) {
  await openOutlook(alex, journey.product.origin);
  await writeDraft(alex, { to: address, subject: 'Your results', html: '<p>Dear Pat</p>', files });
  const pane = await openPane(alex);
  await pane.getByRole('button', { name: 'Send Secure' }).waitFor();
  return pane;
}

test('no screen has a barrier that axe can find in any look, and none scrolls sideways', async () => {
  const address = 'walk@client.example';
  const barriers: Record<string, string[]> = {};
  const check = async (screen: string, page: Page, seen: readonly (typeof looks)[number][] = looks) => {
    for (const { look, viewport, ...media } of seen) {
      await page.setViewportSize(viewport);
      await page.emulateMedia(media);
      await settled(page);
      const found = await findBarriers(page);
      if (found.length > 0) barriers[`${screen}, ${look}`] = found;
    }
    await page.setViewportSize(DESK.viewport);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    if (await isSidewaysWhenEnlarged(page)) barriers[screen] = ['scrolls sideways at 320 px'];
  };

  const alex = await journey.person();
  await alex.goto(journey.product.origin);
  await check('start page', alex);
  // The simulator is a desktop program.
  const onDesk = looks.filter(({ viewport }) => viewport === DESK.viewport);
  const pane = await writeTo(address, alex);
  await check('task pane, ready', alex, onDesk);
  await pane.getByRole('button', { name: 'Send Secure' }).click();
  await pane.getByText('Accepted for 1 recipient').waitFor();
  await check('task pane, accepted', alex, onDesk);
  const later = await journey.person();
  await openOutlook(later, journey.product.origin);
  const again = await openPane(later);
  await again.getByRole('tab', { name: 'Sent' }).click();
  await again.getByRole('button', { name: /Your results/ }).waitFor();
  await check('task pane, sent', later, onDesk);
  await again.getByRole('button', { name: /Your results/ }).click();
  await again.getByRole('button', { name: 'Recall', exact: true }).first().waitFor();
  await check('task pane, a sent message', later, onDesk);
  await again.getByRole('button', { name: 'Recall', exact: true }).first().click();
  await again.getByRole('dialog').waitFor();
  await check('task pane, recall', later, onDesk);

  const pat = await journey.person();
  for (const [screen, path, sign] of openScreens) {
    await pat.goto('about:blank');
    await pat.goto(journey.product.origin + path);
    await pat.getByText(sign).first().waitFor();
    await check(screen, pat);
  }
  const [notification] = await journey.product.mailsTo(address);
  if (!notification) throw new Error('no notification');
  await pat.goto(linkIn(notification));
  await pat.getByRole('button', { name: 'Send me a code' }).waitFor();
  await check('create your password', pat);
  await enrolByLink(pat, journey.product, address);
  await readBody(pat);
  await check('message', pat);
  await pat.getByRole('button', { name: 'Reply', exact: true }).click();
  await pat.getByRole('textbox', { name: 'Your reply' }).waitFor();
  await check('reply', pat);
  for (const [screen, path, sign] of ownScreens) {
    await pat.goto(journey.product.origin + path);
    await pat.locator(sign).first().waitFor();
    await check(screen, pat);
  }
  await pat.keyboard.press('?');
  await pat.getByRole('dialog').waitFor();
  await check('keys', pat);
  expect(barriers).toEqual({});
}, 300_000);

async function isSidewaysWhenEnlarged(page: Page): Promise<boolean> {
  const before = page.viewportSize() ?? DESK.viewport;
  await page.setViewportSize(ENLARGED);
  await settled(page);
  // The simulator of a desktop program is none of the product's pages.
  const isSideways = await page.evaluate(
    () => !location.pathname.startsWith('/demo') && document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  await page.setViewportSize(before);
  return isSideways;
}

test('the whole way is open to the keyboard alone, with the focus in sight and less motion', async () => {
  const address = 'keys@client.example';
  const alex = await journey.person();
  await (await writeTo(address, alex)).getByRole('button', { name: 'Send Secure' }).click();
  const [notification] = await journey.product.mailsTo(address);
  if (!notification) throw new Error('no notification');

  const pat = await journey.person({ ...DESK, reducedMotion: 'reduce' });
  const button = (name: string) => pat.getByRole('button', { name, exact: true });
  await pat.goto(linkIn(notification));
  await pat.getByRole('heading', { name: 'Create your password' }).waitFor();
  await enterOn(pat, button('Send me a code'));
  const [mail] = await journey.product.mailsTo(address, 2);
  const code = /\b\d{4} \d{4}\b/.exec(mail?.text ?? '')?.[0] ?? '';
  await typeInto(pat, pat.getByLabel('Code', { exact: true }), code);
  await typeInto(pat, pat.getByLabel('New password', { exact: true }), JOURNEY_PASSWORD);
  await typeInto(pat, pat.getByLabel('Confirm password', { exact: true }), JOURNEY_PASSWORD);
  await pat.getByText('New and Confirm are the same').waitFor();
  await enterOn(pat, button('Confirm'));

  await pat.getByRole('heading', { name: 'Sign in' }).waitFor();
  await enterOn(pat, button('Next'));
  await typeInto(pat, pat.getByLabel('Password', { exact: true }), JOURNEY_PASSWORD);
  await pat.keyboard.press('Enter');

  await readBody(pat);
  expect(await pat.title()).toMatch(/Harbour Clinic$/);
  const [download] = await Promise.all([
    pat.waitForEvent('download'),
    enterOn(pat, pat.getByRole('link', { name: /scan\.pdf/ })),
  ]);
  expect(download.suggestedFilename()).toBe('scan.pdf');
  await tabTo(pat, button('Reply'), 'Shift+Tab');
  await pat.keyboard.press('Enter');
  await typeInto(pat, pat.getByRole('textbox', { name: 'Your reply' }), 'Thank you.');
  await tabTo(pat, button('Send'), 'Shift+Tab');
  await pat.keyboard.press('Enter');
  await journey.product.mailAbout('alex@harbour.example', '[Secure] Re: Your results');
  await enterOn(pat, pat.getByRole('link', { name: /^Sent/ }));
  await pat.getByText('Re: Your results').first().waitFor();
  await tabTo(pat, button('Account'), 'Shift+Tab');
  await pat.keyboard.press('Enter');
  await pat.getByRole('menuitem', { name: 'Log out' }).waitFor();
  await pat.keyboard.press('End');
  await pat.keyboard.press('Enter');
  await pat.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await longestAnimationMs(pat)).toBeLessThan(1);
}, 120_000);

/** The longest time that anything on the page would take to move. */
function longestAnimationMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const times = [...document.querySelectorAll('*')].flatMap((element) => {
      const { animationDuration, transitionDuration } = getComputedStyle(element);
      return `${animationDuration}, ${transitionDuration}`.split(', ').map((time) => Number.parseFloat(time) * 1000);
    });
    return Math.max(...times);
  });
}
