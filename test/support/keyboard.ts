import type { Frame, Locator, Page } from 'playwright-core';

const MOST_STEPS = 60;

/** Moves with the Tab key until `target` has the focus, and sees to it that every stop on the way shows it. Answers how many keys it took. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
  await target.first().waitFor();
  // What has the focus in a frame is not seen from around it.
  const inside = await (await target.first().elementHandle())?.ownerFrame();
  const frames = new Set([page.mainFrame(), ...(inside ? [inside] : [])]);
  for (let steps = 0; steps <= MOST_STEPS; steps += 1) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return steps;
    await page.keyboard.press(key);
    for (const frame of frames) {
      const unseen = await unseenFocus(frame);
      if (unseen !== null) throw new Error(`the focus cannot be seen on ${unseen}`);
    }
  }
  throw new Error(`the Tab key does not lead to ${String(target)}`);
}

/** Moves to `target` with the Tab key and presses Enter there. */
export async function enterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Moves to a field with the Tab key and types into it. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** What has the focus without a line around it or its field; null when it can be seen, or when the page itself has it. */
async function unseenFocus(frame: Frame): Promise<string | null> {
  // Fluent draws the line of a field in, so the picture counts at its end.
  await rest(frame);
  return frame.evaluate(() => {
    const element = document.activeElement;
    // A frame that was left keeps its own.
    if (!element || !document.hasFocus() || element === document.body || element instanceof HTMLIFrameElement) return null;
    const isLine = (style: CSSStyleDeclaration) =>
      (style.outlineStyle !== 'none' && style.outlineWidth !== '0px' && !/^rgba\(.*, 0\)$/.test(style.outlineColor)) ||
      (style.content !== 'none' &&
        style.content !== 'normal' &&
        // A line that is drawn in from its middle, and is not yet.
        !style.transform.startsWith('matrix(0,') &&
        ((/[1-9]\d*px/.test(style.borderWidth) && style.borderColor !== '') || style.backgroundImage !== 'none')) ||
      style.boxShadow !== 'none' ||
      // Fluent underlines a link twice.
      style.textDecorationStyle === 'double';
    const around = [element, element.parentElement, element.parentElement?.parentElement].filter((one) => one instanceof Element);
    const isSeen = around.some((one) => isLine(getComputedStyle(one)) || isLine(getComputedStyle(one, '::after')));
    return isSeen ? null : element.outerHTML.slice(0, 200);
  });
}

/** Waits for what moves on the page and in its frames to come to rest. */
export async function settled(page: Page): Promise<void> {
  await Promise.all(page.frames().map(rest));
}

async function rest(frame: Frame): Promise<void> {
  // A frame can go meanwhile.
  if (frame.isDetached()) return;
  await frame.evaluate(() => {
    const ends = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    return Promise.all(ends.map((one) => one.finished.catch(() => undefined)));
  });
}
