import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { sendMessage, uploadAttachment } from '../../contract/send.ts';
import { enterOn, tabTo, typeInto } from '../support/keyboard.ts';
import { lookAround } from '../support/look-around.ts';
import { aPng } from '../support/make-files.ts';
import { openOutlook, writeDraft } from '../support/outlook-page.ts';
import { JOURNEY_PASSWORD } from '../support/journey-password.ts';
import { linkIn } from '../support/link-in.ts';
import { readBody, setPassword } from '../support/portal-page.ts';
import { staffCall, staffUpload } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { DESK, useProduct } from '../support/use-product.ts';
import { walkPane } from '../support/walk-pane.ts';

const journey = useProduct();

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

test('no screen of the task pane has a barrier in light, black and high contrast, and none scrolls sideways at 320 and 450 px', async () => {
  const { barriers, seePage, seePane } = lookAround();
  const walk = async (profile: 'mailbox-1.16' | 'black') => {
    const alex = await journey.person();
    await walkPane(alex, journey.product.origin, profile, (screen) =>
      seePane(`${profile}: ${screen}`, alex, profile === 'black' ? ['light'] : ['light', 'high contrast']),
    );
    return alex;
  };
  const [alex] = await Promise.all([walk('mailbox-1.16'), walk('black')]);
  await alex.goto(journey.product.origin);
  await seePage('start page', alex);
  expect(barriers).toEqual({});
}, 240_000);

/** A message with a picture, as Alex sends it. */
async function send(address: string, name: string): Promise<string> {
  const upload = await staffUpload(journey.product);
  const { uploadId } = await upload(uploadAttachment, new Blob([new Uint8Array(aPng(40, 20))]), 'photo.png');
  const attachments = [{ uploadId, name: 'photo.png', contentType: 'image/png', contentId: null }];
  const call = await staffCall(journey.product);
  await call(sendMessage, aMessage({ recipients: [{ address, name, kind: 'to' }], subject: 'Your results', attachments }));
  return linkIn(await journey.product.notificationTo(address));
}

test('no screen of the portal has a barrier that axe can find in any look, and none scrolls sideways', async () => {
  const { barriers, seePage } = lookAround();
  const address = 'walk@client.example';
  const pat = await journey.person();
  for (const [screen, path, sign] of openScreens) {
    await pat.goto('about:blank');
    await pat.goto(journey.product.origin + path);
    await pat.getByText(sign).first().waitFor();
    await seePage(screen, pat);
  }
  await pat.goto(await send(address, 'Pat Doe'));
  await pat.getByRole('button', { name: 'Send me a code' }).waitFor();
  await seePage('create your password', pat);
  await pat.getByRole('button', { name: 'Send me a code' }).click();
  await pat.getByLabel('Code', { exact: true }).waitFor();
  await seePage('create your password, with a code', pat);
  await setPassword(pat, (await journey.product.codesTo(address))[0] ?? '');
  await pat.getByRole('button', { name: 'Next' }).click();
  await pat.getByLabel('Password', { exact: true }).waitFor();
  await seePage('sign in, password', pat);
  await pat.getByLabel('Password', { exact: true }).fill(JOURNEY_PASSWORD);
  await pat.getByRole('button', { name: 'Log in' }).click();
  await readBody(pat);
  await seePage('message', pat);
  await pat.getByRole('button', { name: 'Preview photo.png' }).click();
  await pat.getByRole('dialog').frameLocator('iframe').locator('img[src^="blob:"]').waitFor();
  await seePage('preview', pat);
  await pat.getByRole('button', { name: 'Close' }).click();
  await pat.getByRole('button', { name: 'Reply', exact: true }).click();
  await pat.getByRole('textbox', { name: 'Your reply' }).waitFor();
  await seePage('reply', pat);
  await pat.goto(await send('other@client.example', 'Other'));
  await pat.getByText('This is for o••@client.example.').waitFor();
  await seePage('for somebody else', pat);
  for (const [screen, path, sign] of ownScreens) {
    await pat.goto(journey.product.origin + path);
    await pat.locator(sign).first().waitFor();
    await seePage(screen, pat);
  }
  await pat.keyboard.press('?');
  await pat.getByRole('dialog').waitFor();
  await seePage('keys', pat);
  await pat.goto(`${journey.product.origin}/portal/compose`);
  await pat.getByRole('button', { name: 'Link', exact: true }).click();
  await pat.getByRole('textbox', { name: 'Web or e-mail address' }).waitFor();
  await seePage('setting a link', pat, ['light']);
  await pat.goto(`${journey.product.origin}/demo/mail`);
  await pat.getByRole('navigation', { name: 'Mailboxes' }).waitFor();
  await seePage('mails of the demo', pat, ['light', 'dark, on a phone']);
  expect(barriers).toEqual({});
}, 300_000);

test('the whole way is open to the keyboard alone, with the focus in sight and less motion', async () => {
  const address = 'keys@client.example';
  await sendByKeys(await journey.person(), address);
  const notification = await journey.product.notificationTo(address);

  const pat = await journey.person({ ...DESK, reducedMotion: 'reduce' });
  const button = (name: string) => pat.getByRole('button', { name, exact: true });
  await pat.goto(linkIn(notification));
  await pat.getByRole('heading', { name: 'Create your password' }).waitFor();
  await enterOn(pat, button('Send me a code'));
  const [code = ''] = await journey.product.codesTo(address);
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

const scan = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(2000, 1) };

/** Alex sends from the task pane and goes to *Recall* beside another draft, by keys alone. */
async function sendByKeys(alex: Page, address: string): Promise<void> {
  await openOutlook(alex, journey.product.origin);
  await writeDraft(alex, { to: address, subject: 'Your results', html: '<p>Dear Pat</p>', files: [scan] });
  await alex.getByLabel('Subject', { exact: true }).focus();
  const ribbon = alex.getByRole('button', { name: 'Send Secure', exact: true });
  const pane = alex.frameLocator('iframe[src*="taskpane"]');
  const button = (name: string | RegExp) => pane.getByRole('button', { name }).first();
  await tabTo(alex, ribbon, 'Shift+Tab');
  await alex.keyboard.press('Enter');
  await enterOn(alex, button('Send Secure'));
  await alex.getByText('The compose window is closed').waitFor();
  await enterOn(alex, alex.getByRole('button', { name: 'Write another message' }));
  await tabTo(alex, ribbon);
  await alex.keyboard.press('Enter');
  await tabTo(alex, pane.getByRole('tab', { name: 'Send' }));
  await alex.keyboard.press('ArrowRight');
  await enterOn(alex, button(new RegExp(`Your results.*${address}`, 's')));
  await enterOn(alex, button('Recall'));
  await pane.getByRole('dialog').waitFor();
  await alex.keyboard.press('Escape');
  await pane.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await tabTo(alex, button('Recall'))).toBe(0);
}

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
