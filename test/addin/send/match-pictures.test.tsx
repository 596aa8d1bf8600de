import { beforeEach, expect, test } from '@jest/globals';
import { matchPictures } from '../../../addin/send/match-pictures.ts';
import { placeFakeOffice } from '../../support/place-fake-office.ts';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const picture = (id: string, name: string, contentId: string | null = null) =>
  ({ id, name, contentId, size: 1, isInline: true, kind: 'file' }) as const;
const nothing = new Set<string>();

beforeEach(() => void placeFakeOffice());

test('a picture is found by its content id, whatever its name', async () => {
  const text = page('<img src="cid:image001.png@01DC"><img src="cid:b@x">');
  const { contentIds, strays, missing } = await matchPictures(
    text,
    [picture('2', 'x.png', 'b@x'), picture('1', 'y.png', 'image001.png@01DC')],
    nothing,
  );
  expect([...contentIds].sort()).toEqual([
    ['1', 'image001.png@01DC'],
    ['2', 'b@x'],
  ]);
  expect({ strays, missing }).toEqual({ strays: 0, missing: 0 });
});

test('an older Outlook tells no content ids: the name before the @ says which picture is meant', async () => {
  const text = page('<img src="cid:image002.png@01DC"><img src="cid:image001.png@01DC">');
  const { contentIds } = await matchPictures(text, [picture('1', 'image001.png'), picture('2', 'image002.png')], nothing);
  expect(contentIds.get('2')).toBe('image002.png@01DC');
  expect(contentIds.get('1')).toBe('image001.png@01DC');
});

test('where names say nothing, pictures are taken in order', async () => {
  const text = page('<img src="cid:f00d"><p><img src="cid:cafe"></p><img src="cid:f00d">');
  const { contentIds, strays, missing } = await matchPictures(
    text,
    [picture('1', 'a.png'), picture('2', 'b.png'), picture('3', 'c.png')],
    nothing,
  );
  expect([...contentIds]).toEqual([
    ['1', 'f00d'],
    ['2', 'cafe'],
  ]);
  expect({ strays, missing }).toEqual({ strays: 1, missing: 0 });
});

test('a place without a picture is counted, and an ordinary file is not taken for it', async () => {
  const scan = { ...picture('1', 'scan.pdf'), isInline: false };
  const { contentIds, missing } = await matchPictures(page('<img src="cid:gone@x">'), [scan], nothing);
  expect([contentIds.size, missing]).toEqual([0, 1]);
});

test.each(['photo.heic', 'scan.tif', 'logo.svg', 'image'])(
  '%s, which no page shows, goes out as a file and leaves its name in the text',
  async (name) => {
    const text = page('<img src="cid:a@x"><img src="cid:b@x" alt="Our logo"><img src="cid:c@x">');
    const files = [picture('1', name, 'a@x'), picture('2', name, 'b@x'), picture('3', 'photo.jfif', 'c@x')];
    const { contentIds, unshown, strays, missing } = await matchPictures(text, files, nothing);
    expect([...contentIds]).toEqual([['3', 'c@x']]);
    expect({ unshown, strays, missing }).toEqual({ unshown: [name, name], strays: 0, missing: 0 });
    expect(text.body.innerHTML).toBe(`<img alt="${name}"><img alt="Our logo"><img src="cid:c@x">`);
  },
);

test('a content id that cannot travel is exchanged in the text too', async () => {
  const text = page('<img src="cid:Größe 1.png@x">');
  const { contentIds } = await matchPictures(text, [picture('1', 'Größe 1.png')], nothing);
  const contentId = contentIds.get('1') ?? '';
  expect(contentId).toMatch(/^[\x21-\x7e]+$/);
  expect(text.querySelector('img')?.getAttribute('src')).toBe(`cid:${contentId}`);
});

test('a content id that was exchanged is the same at the next reading, and each place has its own', async () => {
  const read = async () => {
    const text = page('<img src="cid:Größe 1.png@x"><img src="cid:Größe 2.png@x">');
    const { contentIds } = await matchPictures(text, [picture('1', 'Größe 1.png'), picture('2', 'Größe 2.png')], nothing);
    return [...contentIds.values()];
  };
  const first = await read();
  expect(new Set(first).size).toBe(2);
  expect(await read()).toEqual(first);
});
