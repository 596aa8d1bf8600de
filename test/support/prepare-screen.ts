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

/* The editor looks where a selection stands, which is nowhere. */
Range.prototype.getBoundingClientRect ??= () => document.documentElement.getBoundingClientRect();

/* It has random numbers but no digests. */
Object.defineProperty(globalThis.crypto, 'subtle', { value: webcrypto.subtle, configurable: true });

/* Nothing has a place on its screen, so Fluent UI finds nothing to focus in an open dialog and hides it from everybody a quarter of a second later. */
const { setAttribute } = Element.prototype;
Element.prototype.setAttribute = function (this: Element, name, value) {
  if (name === 'aria-hidden' && this.matches('[role="dialog"], [role="alertdialog"]')) return;
  setAttribute.call(this, name, value);
};

/* It looks at every rule of every sheet for each element whose role is asked for, and Fluent UI's have thousands: they stay out. What a class hides
   counts as seen here; the journeys look at real pages. */
const sheet = Object.getOwnPropertyDescriptor(HTMLStyleElement.prototype, 'sheet');
Object.defineProperty(HTMLStyleElement.prototype, 'sheet', {
  configurable: true,
  get(this: HTMLStyleElement): CSSStyleSheet | null {
    return this.hasAttribute('data-make-styles-bucket') ? null : (sheet?.get?.call(this) as CSSStyleSheet | null);
  },
});
