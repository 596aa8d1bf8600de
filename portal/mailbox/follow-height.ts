const SCROLLBAR = 18;

/** Keeps a frame as tall as the message in it, until `signal` ends that; a message that is too wide scrolls sideways within. */
export function followHeight(frame: HTMLIFrameElement, message: HTMLElement, signal: AbortSignal): void {
  const measure = () => {
    const page = message.ownerDocument.body;
    const isWide = page.scrollWidth > page.clientWidth;
    frame.style.height = `${Math.ceil(message.getBoundingClientRect().height) + (isWide ? SCROLLBAR : 0)}px`;
    if (isWide) message.tabIndex = 0;
    else message.removeAttribute('tabindex');
  };
  const observer = new ResizeObserver(measure);
  observer.observe(message);
  signal.addEventListener('abort', () => observer.disconnect());
}
