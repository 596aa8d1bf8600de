import { expect, jest, test } from '@jest/globals';
import { cleanHtml } from '../../../server/security/clean-html.ts';

jest.setTimeout(30_000);

const clean = (html: string) => cleanHtml({ html, pictures: 'none' }, 'mails');

test.each([
  ['with stray ends in between', '<div></x>'],
  ['with ends of an element that is like it', '<a_b></a>'],
  ['of whole documents', '<html>'],
  ['of bodies', '<body>'],
  ['of tables in tables', '<table><tr><td>'],
  ['of paragraphs kept open', '<p><span>'],
])('a body nested deep, %s, is refused for that', async (_how, piece) => {
  await expect(clean(piece.repeat(40_000 / (piece.split('<').length - 1)))).rejects.toMatchObject({
    message: 'nested too deep',
    tookTooLong: false,
  });
});

test('a long letter is cleaned whole, also where ends are left out as HTML allows', async () => {
  const letter = `<html><head><title>x</title></head><body>${'<p>one<br><ul><li>two<li>three</ul>'.repeat(3000)}<table>${'<tr><td>a<td>b'.repeat(3000)}</table></body></html>`;
  const html = await clean(letter);
  expect(html.match(/three/g)).toHaveLength(3000);
  expect(html.match(/<td>b/g)).toHaveLength(3000);
});

test('a hundred thousand tags are too many', async () => {
  await expect(clean('<br>'.repeat(100_001))).rejects.toMatchObject({ message: 'too many tags' });
});
