import { expect, test } from '@jest/globals';
import { findInlinePictures } from '../../../portal/mailbox/load-inline-pictures.ts';

const file = (attachmentId: string, contentId: string | null, contentType = 'image/png') => ({
  ...{ attachmentId, contentId, contentType },
  ...{ name: 'photo.png', size: 1 },
});

test('a body shows the first picture of the name it gives, brackets and percent signs left aside, and never another file', () => {
  const files = [
    file('other', null),
    file('tiff', 'a', 'image/tiff'),
    file('first', '<a>'),
    file('second', 'a'),
    file('b', 'b@c'),
  ];
  const body = document.createElement('div');
  body.innerHTML = '<img data-cid="a"><img data-cid="b%40c"><img data-cid="%zz"><img data-cid="tiff">';
  expect(findInlinePictures(body, files).map(({ attachment }) => attachment.attachmentId)).toEqual(['first', 'b']);
});
