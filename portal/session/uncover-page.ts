/** Lets screen readers reach the page again when a dialog went away together with everything around it. The library that hides a page behind its open
 *  dialog shows it again a quarter of a second after the dialog has gone, and forgets to when nothing of its own is left on the page by then. */
export function uncoverPage(): void {
  if (document.querySelector('[aria-modal="true"]')) return;
  document.getElementById('page')?.removeAttribute('aria-hidden');
}
