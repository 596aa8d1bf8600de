import { webcrypto } from 'node:crypto';
import '@testing-library/jest-dom/jest-globals';
import { afterEach } from '@jest/globals';
import { cleanup, configure } from '@testing-library/react';

// A busy machine is slow; what never comes still fails.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

/* jsdom draws nothing, so it has neither of these; Fluent UI asks for both. */
globalThis.ResizeObserver ??= class implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
globalThis.matchMedia ??= (query) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });

/* It has random numbers but no digests. */
Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle, configurable: true });

/* Nothing has a place on its screen, so Fluent UI finds nothing to focus in an open dialog and hides it from everybody a quarter of a second later. */
const { setAttribute } = Element.prototype;
Element.prototype.setAttribute = function (this: Element, name, value) {
  if (name === 'aria-hidden' && this.matches('[role="dialog"], [role="alertdialog"]')) return;
  setAttribute.call(this, name, value);
};
