import { expect, test } from '@jest/globals';
import { cleanBody } from '../../../../portal/mailbox/clean-body.ts';

const linkTo = (address: string) => {
  const link = document.createElement('a');
  link.setAttribute('href', address);
  link.textContent = 'x';
  return cleanBody(link.outerHTML, window).body.querySelector('a');
};
const leaving = (address: string) => `/portal/leaving#${encodeURIComponent(address)}`;

test.each([
  ['https://evil.example/a?b=c', 'https://evil.example/a?b=c', 'evil.example'],
  ['https://bank.example@evil.example/', 'https://evil.example/', 'evil.example'],
  ['https://bank.example:secret@evil.example:8443/x', 'https://evil.example:8443/x', 'evil.example:8443'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
  ['https:\\\\bank.example@evil.example', 'https://evil.example/', 'evil.example'],
  ['http://0x7f.1/', 'http://127.0.0.1/', '127.0.0.1'],
])('a link to %s leads to the page that shows its true host', (written, target, host) => {
  const link = linkTo(written);
  expect(link?.getAttribute('href')).toBe(leaving(target));
  expect(link?.title).toBe(host);
  expect(link?.rel).toBe('noopener noreferrer');
});

test.each([
  ['mailto:a@b.example', 'mailto:a@b.example'],
  ['mailto:a@b.example?subject=Hi%20you&attach=/etc/passwd&bcc=x@evil.example', 'mailto:a@b.example?subject=Hi%20you'],
  ['tel:+44 1224 000000', 'tel:+441224000000'],
  ['tel:+49-30-1234;ext=12', 'tel:+49301234;ext=12'],
  ['#part', '#user-content-part'],
])('%s opens the program it is for, and carries nothing else', (written, href) => {
  expect(linkTo(written)?.getAttribute('href')).toBe(href);
});

test.each([
  ...['tel:*%2306%23', 'tel:**21*1%23', 'mailto:%0d%0aBcc:x@evil.example', 'mailto:', 'tel:'],
  ...['ftp://evil.example/', 'file:///etc/passwd', 'sms:123', 'ms-word:ofe|u|https://evil.example/x', 'intent://x#Intent;end'],
  ...[
    'javascript:x',
    'data:text/html,x',
    'blob:https://evil.example/x',
    'about:blank',
    '/portal/inbox',
    'other.html',
    'https://',
  ],
])('%s is no link', (written) => {
  expect(linkTo(written)?.hasAttribute('href')).toBe(false);
});
