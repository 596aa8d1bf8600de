import { beforeEach, expect, test } from '@jest/globals';
import { outgoingMessage } from '../../../addin/send/outgoing-message.ts';
import { placeFakeOffice } from '../../support/place-fake-office.ts';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const aDraft = (html: string) => ({
  from: { name: 'Alex', address: 'alex@harbour.example' },
  recipients: [],
  subject: 'Scan',
  html,
  attachments: [],
  inReplyTo: null,
});

beforeEach(() => void placeFakeOffice());

test('a picture pasted into the text goes out as a file that the text points to', async () => {
  const { html, files } = await outgoingMessage(aDraft(`<p>See <img src="data:image/png;base64,${PIXEL}"></p>`));
  expect(files).toMatchObject([{ name: 'picture-1.png', contentType: 'image/png', size: 70 }]);
  expect(html).toContain(`src="cid:${files[0]?.contentId}"`);
  expect(html).not.toContain('data:');
  expect(Buffer.from((await files[0]?.read(new AbortController().signal)) ?? []).toString('base64')).toBe(PIXEL);
});

test("the body's own font and direction go out with the text", async () => {
  const { html } = await outgoingMessage(
    aDraft('<html lang="ar"><body dir="rtl" style="font-family:Aptos"><p>سلام</p></body></html>'),
  );
  expect(html).toBe('<div style="font-family:Aptos" dir="rtl" lang="ar"><p>سلام</p></div>');
});

test('the preview shows the words, a line for each paragraph', async () => {
  const { text } = await outgoingMessage(
    aDraft(
      '<style>p{color:red}</style><p>Dear&nbsp;Pat,</p>\n<p>all is\nwell.<br>Bye</p><ul><li>one<li>two</ul><table><tr><td>a<td>b</table>',
    ),
  );
  expect(text.split('\n')).toEqual(['Dear Pat,', 'all is well.', 'Bye', '• one', '• two', 'a \u2003b']);
});

test('a pasted picture is the same content at each reading, so that trying again is no other message', async () => {
  const html = `<img src="data:image/png;base64,${PIXEL}"><img src="data:image/png;base64,${PIXEL}">`;
  const [first, second] = [await outgoingMessage(aDraft(html)), await outgoingMessage(aDraft(html))];
  expect(second.html).toBe(first.html);
  expect(second.files.map(({ contentId }) => contentId)).toEqual(first.files.map(({ contentId }) => contentId));
  expect(new Set(first.files.map(({ id }) => id)).size).toBe(2);
});

test.each(['data:image/png;charset=utf-8;base64,', 'data:IMAGE/PNG;name=a.png;base64,', 'data:image/avif;base64,'])(
  'a pasted picture that begins with %s goes out as well',
  async (beginning) => {
    const { files, missingPictures } = await outgoingMessage(aDraft(`<img src="${beginning}${PIXEL}">`));
    expect([files.length, missingPictures]).toEqual([1, 0]);
  },
);

test.each([
  ['a drawing', `data:image/svg+xml;base64,${PIXEL}`],
  ['a picture that is not whole', 'data:image/png;base64,A===A'],
  ['a picture on this computer', 'file:///C:/Users/alex/Pictures/scan.png'],
  ['a picture beside the document', 'clip_image001.png'],
  ['a place without its file', 'cid:gone@x'],
])('%s that cannot go along is counted, so that the pane can say so', async (_what, source) => {
  const elsewhere = '<img src="https://harbour.example/logo.png"><img src="//harbour.example/logo.png"><img alt="none">';
  expect(await outgoingMessage(aDraft(`${elsewhere}<img src="${source}">`))).toMatchObject({ missingPictures: 1, files: [] });
});
