import type { Frame, Page } from 'playwright-core';
import { findBarriers } from './axe.ts';
import { settled } from './keyboard.ts';
import { DESK, PHONE } from './use-product.ts';

/** How each screen is looked at: a page follows all of it while it is open. */
const looks = {
  light: { viewport: DESK.viewport, colorScheme: 'light', forcedColors: 'none' },
  'dark, on a phone': { viewport: PHONE.viewport, colorScheme: 'dark', forcedColors: 'none' },
  'high contrast': { viewport: DESK.viewport, colorScheme: 'light', forcedColors: 'active' },
} as const;

export type Look = keyof typeof looks;

const everyLook = Object.keys(looks) as Look[];

/** 1280 x 1024 enlarged to 400 %, which is also the narrowest window (WCAG 2.2, 1.4.10). */
const ENLARGED = { width: 320, height: 256 };

/** The narrowest task pane and one that was drawn wider, in pixels. */
const PANE_WIDTHS = [450, 320];

/** Somebody who looks at one screen after another with axe and for what scrolls sideways, and remembers each barrier by screen and look. */
export function lookAround() {
  const barriers: Record<string, string[]> = {};
  const note = (screen: string, found: readonly string[]) => {
    if (found.length > 0) barriers[screen] = [...(barriers[screen] ?? []), ...found];
  };
  const look = async (screen: string, page: Page, seen: readonly Look[]) => {
    for (const name of seen) {
      const { viewport, ...media } = looks[name];
      await page.setViewportSize(viewport);
      await page.emulateMedia(media);
      note(`${screen}, ${name}`, await findBarriers(page));
    }
    await page.setViewportSize(DESK.viewport);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  };
  return {
    barriers,
    /** A page of the product, in every look unless told, and enlarged. */
    seePage: async (screen: string, page: Page, seen: readonly Look[] = everyLook) => {
      await look(screen, page, seen);
      await page.setViewportSize(ENLARGED);
      await settled(page);
      note(screen, await sidewaysAtRestIn(page.mainFrame()));
      await page.setViewportSize(DESK.viewport);
    },
    /** The task pane beside the simulated Outlook, which is a desktop program of its own, in both widths; axe sees the narrow one. */
    seePane: async (screen: string, page: Page, seen: readonly Look[]) => {
      const pane = page.frame({ url: /taskpane/ });
      if (!pane) throw new Error(`no task pane to look at: ${screen}`);
      for (const width of PANE_WIDTHS) {
        await page.getByRole('complementary', { name: 'Task pane' }).evaluate((frame, px) => {
          frame.style.width = `${px}px`;
        }, width);
        await settled(page);
        const found = await sidewaysAtRestIn(pane);
        note(
          screen,
          found.map((part) => `at ${width} px ${part}`),
        );
      }
      await look(screen, page, seen);
    },
  };
}

const AT_REST_WITHIN_MS = 3000;

/** What still scrolls sideways when all has found its place: an open popover follows its button a moment after the window has changed. */
async function sidewaysAtRestIn(frame: Frame): Promise<string[]> {
  const until = Date.now() + AT_REST_WITHIN_MS;
  for (;;) {
    const found = await sidewaysIn(frame);
    if (found.length === 0 || Date.now() > until) return found;
    await frame.waitForTimeout(100);
  }
}

/** What has to be scrolled sideways to be seen whole: the page itself, or a part that scrolls. */
function sidewaysIn(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .filter((element) => element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX))
      .map((element) => `scrolls sideways: ${(element.cloneNode() as HTMLElement).outerHTML.slice(0, 120)}`),
  );
}
