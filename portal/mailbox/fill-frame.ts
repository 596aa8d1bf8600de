import type { CleanBody } from './clean-body.ts';

/** Puts a cleaned body into the shell of `/frame` and answers the element that holds it. Where the body names no language it is read out in that of the
 *  page around it. */
export function fillFrame(shell: Document, { body }: CleanBody): HTMLElement {
  const message = shell.getElementById('message');
  if (!message) throw new Error('frame.html has no element #message');
  shell.documentElement.lang = document.documentElement.lang;
  const copy = shell.importNode(body, true);
  for (const name of ['style', 'dir', 'lang', 'class']) {
    const value = copy.getAttribute(name);
    if (value !== null) message.setAttribute(name, value);
  }
  message.replaceChildren(...copy.childNodes);
  return message;
}
