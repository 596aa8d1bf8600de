import { expect, jest, test } from '@jest/globals';
import { htmlAsText } from '../../../server/mail/html-as-text.ts';

jest.setTimeout(30_000);

test('a body becomes its lines, the cells of a row apart', async () => {
  const html =
    '<style>p{}</style><p>Dear Pat,</p><table><tr><td>Red</td><td>4.1</td></tr><tr><td>White</td><td>7</td></tr></table>';
  const text = await htmlAsText(html, 'en', { accountId: 'pat' });
  expect(text.replace(/[\u00a0 ]+/g, ' ').split(/\n+/)).toEqual(['Dear Pat,', 'Red 4.1 ', 'White 7 ']);
});

test('a body nested too deep to be laid out keeps its words', async () => {
  const html = `<style>p{}</style>${'<div></x>'.repeat(9000)}<p>Hello &amp; <b>good</b> bye</p>`;
  expect(await htmlAsText(html, 'en', { accountId: 'pat' })).toBe('Hello & good bye');
});

test('a very long one is cut, and says where the rest is', async () => {
  for (const deep of ['', '<div>'.repeat(2000)]) {
    const text = await htmlAsText(`${deep}<p>${'word '.repeat(5000)}</p>`, 'en');
    expect(text.length).toBeLessThan(10_100);
    expect(text).toMatch(/^word word [^]* word?\s*[^]*\n\n\[.*\]$/);
  }
});
