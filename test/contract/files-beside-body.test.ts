import { expect, test } from '@jest/globals';
import { filesBesideBody } from '../../contract/files-beside-body.ts';
import { limits } from '../../contract/limits.ts';

const picture = (contentId: string | null, contentType = 'image/png') => ({ contentId, contentType });

test.each([
  ['as a browser writes it', 'photo@word', '<p><img alt="" src="cid:photo@word"></p>'],
  ['in single quotes or in none', 'photo', "<img src=cid:other><IMG SRC = 'CID:photo'>"],
  ['with signs that HTML or an address writes in another way', '<a&b@"c">', '<img src="cid:%3Ca&amp;b%40&quot;c&quot;&gt;">'],
])('a picture that the body shows is not listed, its name %s', (_how, contentId, html) => {
  expect(filesBesideBody([picture(contentId)], html)).toEqual([]);
});

test.each([
  ['the text only mentions', 'photo', '<p>photo, cid:photo, "cid:photo"</p><i data-src="cid:photo">'],
  ['shares a part of its name with another', 'photo', '<img src="cid:photo@word">'],
  ['nobody names', 'photo', '<img src="cid:%">'],
])('a picture that %s is listed', (_what, contentId, html) => {
  expect(filesBesideBody([picture(contentId)], html)).toHaveLength(1);
});

test('of two pictures of one name the body shows the first; the other, and what no page shows, can still be had', () => {
  const files = [picture(null), picture('a', 'image/tiff'), picture('a'), picture('a'), picture('b')];
  expect(filesBesideBody(files, '<img src="cid:a"><img src="cid:a"><img src="cid:b">')).toEqual([0, 1, 3].map((at) => files[at]));
});

test.each(['a', ` src="cid:`, ' src=cid:%', '&amp;'])(
  'the largest body, of nothing but %j, and as many pictures as there may be hold nobody up',
  (part) => {
    const html = ` src="cid:${part.repeat(limits.messageHtmlBytes / part.length)}`;
    const files = Array.from({ length: limits.attachments }, () => picture('a!'));
    const from = performance.now();
    expect(filesBesideBody(files, html)).toHaveLength(files.length);
    expect(performance.now() - from).toBeLessThan(5000);
  },
);
