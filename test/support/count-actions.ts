import type { Page } from 'playwright-core';

/** What somebody had to do by hand. */
export interface Actions {
  readonly clicks: number;
  readonly keys: number;
}

/** Counts clicks and keys on every page that this window will show. The click on a mail's link is none of them. */
export async function countActions(page: Page): Promise<() => Actions> {
  const done = { click: 0, keydown: 0 };
  await page.exposeFunction('countAction', (kind: 'click' | 'keydown') => {
    done[kind] += 1;
  });
  await page.addInitScript(() => {
    const count = (event: Event) => {
      // Enter in a field also clicks the button of its form, without a pointer.
      const isByPointer = !(event instanceof PointerEvent) || event.pointerType !== '';
      if (event.isTrusted && isByPointer) void (window as never as { countAction(kind: string): void }).countAction(event.type);
    };
    addEventListener('click', count, true);
    addEventListener('keydown', count, true);
  });
  return () => ({ clicks: done.click, keys: done.keydown });
}
