import type * as Cleaner from '../../portal/mailbox/clean-body.ts';
import type * as Filler from '../../portal/mailbox/fill-frame.ts';
import type { Attack } from './attacks/all-attacks.ts';

/** `none`: the raw body in a page without policy. `cleaning`: the cleaned body there. `frame`: the raw body in the product's frame. */
export type Fence = 'none' | 'cleaning' | 'frame';

/** Runs in the page: puts each attack into a frame of its own, points at, focuses, clicks and submits what is in it, and answers the numbers of
 *  those that ran within a while. The product's frame gets each twice: as the reading pane writes a body, and as a document that is parsed. */
export async function layAttacks({ fence, attacks }: { fence: Fence; attacks: readonly Attack[] }): Promise<number[]> {
  const ran = new Set<number>();
  Object.assign(window, { hit: (number: number) => void ran.add(number) });
  const shellHtml = fence === 'frame' ? '' : await (await fetch('/open/shell')).text();
  addEventListener('message', ({ data }) => typeof data === 'number' && ran.add(data));

  const openFrame = async (): Promise<HTMLIFrameElement> => {
    const frame = document.createElement('iframe');
    if (fence !== 'frame') {
      // Belongs to this page and its lack of a policy, at once.
      document.body.append(frame);
      asDocument(frame.contentDocument, shellHtml);
      return frame;
    }
    frame.setAttribute('sandbox', 'allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox');
    frame.src = '/frame';
    const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await isLoaded;
    return frame;
  };
  const asFragment = (shell: Document, html: string) => {
    const range = shell.createRange();
    range.selectNodeContents(shell.body);
    shell.getElementById('message')?.append(range.createContextualFragment(html));
  };
  const asDocument = (shell: Document | null, html: string) => {
    shell?.open();
    shell?.write(html);
    shell?.close();
  };
  const disturb = (shell: Document | null) => {
    for (const element of shell?.querySelectorAll<HTMLElement>('*') ?? []) {
      for (const type of [
        'pointerover',
        'mouseover',
        'mouseenter',
        'mousemove',
        'pointerdown',
        'wheel',
        'contextmenu',
        'dblclick',
      ])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true }));
      for (const type of ['keydown', 'copy', 'beforeinput', 'dragstart', 'scroll'])
        element.dispatchEvent(new Event(type, { bubbles: true }));
      element.focus?.();
      element.blur?.();
      if (element.tagName === 'FORM') (element as HTMLFormElement).requestSubmit?.call(element);
      // A link to a website is followed when it is clicked; to show its host first is the cleaning's work.
      if (fence === 'frame' && /^http/.test((element as HTMLAnchorElement).protocol ?? '')) continue;
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    }
  };
  const load = (file: string) => import(`${location.origin}/open/source/portal/mailbox/${file}`) as Promise<unknown>;
  const cleaner = fence === 'cleaning' ? ((await load('clean-body.ts')) as typeof Cleaner) : null;
  const filler = fence === 'cleaning' ? ((await load('fill-frame.ts')) as typeof Filler) : null;

  const lay = async ({ html }: Attack) => {
    const frame = await openFrame();
    const view = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!view) throw new Error('the frame has no window');
    if (cleaner && filler) filler.fillFrame(view.document, cleaner.cleanBody(html, view));
    else asFragment(view.document, html);
    disturb(frame.contentDocument);
    if (cleaner) return;
    asDocument(frame.contentDocument, `<!doctype html><title>Message</title><div id="message">${html}`);
    disturb(frame.contentDocument);
  };
  await Promise.all(attacks.map((attack) => lay(attack).catch((cause: unknown) => console.log(String(cause)))));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return [...ran];
}
