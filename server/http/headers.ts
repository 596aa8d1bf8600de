import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Outlook's own hosts, which show the task pane in a frame. */
const OUTLOOK_HOSTS = ['https://outlook.office.com', 'https://outlook.office365.com', 'https://outlook.cloud.microsoft'];
const OFFICE_SCRIPTS = 'https://appsforoffice.microsoft.com';

/** The headers of every response, errors and files included. What is no page may load and run nothing. */
export function securityHeaders(isHttps: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: isHttps ? { maxAge: 63_072_000, includeSubDomains: false } : false,
      // frame-ancestors says the same and knows more than one host.
      xFrameOptions: false,
    }),
    (_request, response, next) => {
      response.set('X-Robots-Tag', 'noindex, nofollow');
      response.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()');
      next();
    },
  ];
}

const page = (nonce: string, frameAncestors: readonly string[], scripts: readonly string[] = []) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' ${scripts.join(' ')}`.trim(),
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors.join(' ')}`,
  ].join('; ');

/** The policy of the portal's pages: our own scripts and styles, shown in no frame. */
export function portalPolicy(nonce: string): string {
  return page(nonce, ["'none'"]);
}

/** The policy of the task pane: Outlook may show it and office.js may run in it. */
export function panePolicy(nonce: string, furtherAncestors: readonly string[]): string {
  return page(nonce, [...OUTLOOK_HOSTS, ...furtherAncestors], [OFFICE_SCRIPTS]);
}

const bodyFrame = (pictures: string) =>
  `default-src 'none'; style-src 'unsafe-inline'; img-src ${pictures}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`;

/** The policy of the shell a message body is shown in: inline styles and pictures that are already here, nothing else, shown by our pages only. */
export const bodyFramePolicy = bodyFrame('data: blob:');

/** The same once the reader asked for pictures from other websites. */
export const picturesFramePolicy = bodyFrame('data: blob: https:');

/** The policy of the page that draws a PDF: an origin of its own that reaches nothing, whatever the file makes of the program that reads it. */
export function viewerPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src 'nonce-${nonce}'`,
    'img-src data: blob:',
    'font-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-scripts',
  ].join('; ');
}
