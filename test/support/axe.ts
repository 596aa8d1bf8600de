import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { settled } from './keyboard.ts';

const WITHIN_MS = 30_000;
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The one rule of axe that the person's own colours can break: contrast is theirs then, and all others look at what is there in any colours. */
const OF_FORCED_COLOURS = ['link-in-text-block'];

/** What axe finds wrong on a page by WCAG 2.2 AA, a line each; where the person's own colours are forced on every page, only what those can break. The
 *  frame of a message body is the author's text and left out; so are the ends that Fluent puts around a group, which hand the focus on the
 *  moment they get it. */
export async function findBarriers(page: Page): Promise<string[]> {
  // What fades in has no contrast yet.
  await settled(page);
  const areColoursForced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches);
  const builder = new AxeBuilder({ page }).exclude('iframe[src="/frame"]').exclude('[data-tabster-dummy]').setLegacyMode(true);
  const run = (areColoursForced ? builder.withRules(OF_FORCED_COLOURS) : builder.withTags(STANDARD)).analyze();
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('axe did not end in time')), WITHIN_MS).unref();
  });
  const { violations } = await Promise.race([run, late]);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
