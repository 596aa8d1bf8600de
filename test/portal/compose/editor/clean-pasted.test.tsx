import { expect, test } from '@jest/globals';
import { cleanPasted } from '../../../../portal/compose/editor/clean-pasted.ts';
import { exportedHtml } from '../../../../portal/compose/editor/export-html.ts';

const pasted = (html: string) => cleanPasted(html).page.body.innerHTML.trim();

test('what Word pastes keeps its words, bold, lists and links, and loses styles, classes, pictures and scripts', () => {
  const html = `<html><head><style>p.MsoNormal{margin:0}</style></head><body lang=EN onload="x()">
<p class=MsoNormal style='margin:0cm'>Dear <span style='font-weight:bold'>Pat</span><o:p></o:p></p>
<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.&nbsp;</span><![endif]>first</p>
<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.&nbsp;</span><![endif]>second</p>
<p>See <a href="https://a.example/" style="color:red">here</a> <a href="javascript:x()">not</a><img src="file:///x.png"><script>x()</script></p></body></html>`;
  const clean = pasted(html);
  expect(clean).toContain('<p>Dear <span><b>Pat</b></span></p>');
  expect(clean).toMatch(/<ol><li>first<\/li><li>second<\/li><\/ol>/);
  expect(clean).toContain('<a href="https://a.example/">here</a> <a>not</a>');
  expect(clean).not.toMatch(/style|class|mso|script|img|onload/i);
  expect(cleanPasted(html).pictureCount).toBe(1);
});

test('words about styles stay as they were written', () => {
  expect(pasted('<p>my style = good, a < b</p>')).toBe('<p>my style = good, a &lt; b</p>');
});

test('what the editor says of itself does not leave it, and spaces stay apart', () => {
  const html =
    '<p class="x"><span style="white-space: pre-wrap;">a  b class="x"</span><b><strong class="y" style="white-space: pre-wrap;">c</strong></b></p>';
  expect(exportedHtml(html)).toBe('<p>a\u00a0 b class="x"<b><strong>c</strong></b></p>');
});
