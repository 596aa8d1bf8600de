import type { Page } from 'playwright-core';

/** Every text that a reader of the page and its frames of ours sees or hears: text, names and hints; not the bodies of messages. */
export async function readScreen(page: Page): Promise<string[]> {
  const frames = page
    .frames()
    .filter((frame) => !/\/frame|about:|\/viewer/.test(frame.url()) && !/\/demo\/(?!outlook\/taskpane)/.test(frame.url()));
  const texts = await Promise.all(frames.map((frame) => frame.evaluate(readDocument)));
  return [...new Set(texts.flat())];
}

function readDocument(): string[] {
  const spoken = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];
  const found = [document.title];
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('script, style, noscript, textarea, [hidden]')) continue;
    if (!element.checkVisibility()) continue;
    found.push(...spoken.map((name) => element.getAttribute(name) ?? ''));
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? '');
  }
  return found.map((text) => text.trim()).filter((text) => text !== '');
}

/** How many pixels the page can be scrolled sideways. */
export function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
