import { expect, test } from '@jest/globals';
import { cleanBody } from '../../../portal/mailbox/clean-body.ts';

const clean = (html: string) => cleanBody(html, window).body.innerHTML;

const hostile = [
  '<script>steal()</script>',
  '<img src=x onerror=steal()>',
  '<svg onload=steal()><script>steal()</script></svg>',
  '<svg><animate onbegin=steal() attributeName=x></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=steal()></style></mglyph></table></mtext></math>',
  '<form action=/api><input name=password><button formaction=/x>Go</button></form>',
  '<a href="javascript:steal()">x</a>',
  '<a href=" java\nscript:steal()">x</a>',
  '<a href="data:text/html,<script>steal()</script>">x</a>',
  '<a href="vbscript:steal()">x</a>',
  '<iframe src="/portal" srcdoc="<script>steal()</script>"></iframe>',
  '<object data="x.swf"><embed src="x.swf"></object>',
  '<base href="https://evil.example/"><a href="x">x</a>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/x.css"; *{background:url(https://evil.example/x)}</style>',
  '<body onload=steal() background="https://evil.example/x.png">x',
  '<table background="https://evil.example/x.png"><tr><td background="//evil.example/y.png">x</td></tr></table>',
  '<video src="https://evil.example/x" poster="https://evil.example/y" autoplay></video>',
  '<audio src="https://evil.example/x" autoplay></audio>',
  '<picture><source srcset="https://evil.example/x"><img srcset="https://evil.example/y 2x"></picture>',
  '<input type=image src="https://evil.example/x">',
  '<p style="background:url(https://evil.example/x)">x</p>',
  '<p style="background-image:image-set(\'https://evil.example/x\' 1x)">x</p>',
  '<p style="b\\61 ckground:u\\72l(https://evil.example/x)">x</p>',
  '<p style="width:expression(steal())">x</p>',
  '<p style="behavior:url(#default#time2)">x</p>',
  '<p style="-moz-binding:url(https://evil.example/x)">x</p>',
  '<div style="position:fixed;inset:0;z-index:9">x</div>',
  '<noscript><p title="</noscript><img src=x onerror=steal()>"></noscript>',
  '<template><script>steal()</script></template>',
  '<textarea></textarea><img src=x onerror=steal()>',
  '<button popovertarget=x>x</button><div popover id=x>x</div>',
  '<a ping="https://evil.example/x" href="https://a.example/">x</a>',
  '<map name=m><area href="javascript:steal()"></map><img usemap="#m">',
  '<isindex type=image src="https://evil.example/x">',
  '<xmp><img src=x onerror=steal()></xmp>',
  '<a href="&#x6a;avascript:steal()">x</a>',
  '<img src="data:image/svg+xml,<svg onload=steal()>">',
  '<p autofocus tabindex=1 onfocus=steal() contenteditable>x</p>',
];

test.each(hostile)('a message can neither run nor load anything: %s', (html) => {
  const { body } = cleanBody(html, window);
  const elements = [...body.querySelectorAll('*')];
  const banned =
    'script,style,svg,math,form,input,button,textarea,select,iframe,object,embed,base,meta,link,video,audio,source,template,map,area';
  expect(body.querySelectorAll(banned)).toHaveLength(0);
  for (const { name, value } of [body, ...elements].flatMap((element) => [...element.attributes])) {
    expect(name).not.toMatch(
      /^on|^(?:srcset|background|poster|ping|action|formaction|popover|autofocus|contenteditable|tabindex)$/,
    );
    expect(name === 'src' ? value : '').toBe('');
    expect(name === 'href' ? value : '').not.toMatch(/^\s*(?:java|vb)script|^data:/i);
    expect(name === 'style' ? value : '').not.toMatch(/url|expression|position|binding|behavior|image-set|@|\\/i);
  }
});

test('what people write in Outlook stays as it looks: tables, lists, fonts, sizes, direction', () => {
  const html =
    '<p class="MsoNormal" style="font-family:&quot;Calibri&quot;,sans-serif;mso-fareast-language:EN-US;color:#1F4E79">Dear Pat</p>' +
    '<table border="1" cellspacing="0" style="border-collapse:collapse"><tbody><tr><td width="150" style="padding:0cm 5.4pt">1</td></tr></tbody></table>' +
    '<ol start="3" type="a"><li>one</li></ol><p dir="rtl" lang="he">שלום</p><font color="red" face="Arial">red</font>';
  expect(clean(html)).toBe(
    '<p class="MsoNormal" style="font-family: &quot;Calibri&quot;,sans-serif; color: #1F4E79">Dear Pat</p>' +
      '<table border="1" cellspacing="0" style="border-collapse: collapse"><tbody><tr><td width="150" style="padding: 0cm 5.4pt">1</td></tr></tbody></table>' +
      '<ol start="3" type="a"><li>one</li></ol><p dir="rtl" lang="he">שלום</p><font color="red" face="Arial">red</font>',
  );
});

test('a link to a website leads to the page that shows its true host', () => {
  const link = cleanBody('<a href="https://evil.example/a?b=c">https://harbour.example/</a>', window).body.querySelector('a');
  expect(link?.getAttribute('href')).toBe('/portal/leaving#https%3A%2F%2Fevil.example%2Fa%3Fb%3Dc');
  expect(link?.title).toBe('evil.example');
  expect(link?.target).toBe('_blank');
  expect(link?.rel).toBe('noopener noreferrer');
});

test('a link to this portal or to nowhere leads nowhere', () => {
  expect(clean('<a href="/api/account/session">x</a><a href="//evil.example">y</a><a href="x.html">z</a>')).toBe(
    '<a>x</a><a>y</a><a>z</a>',
  );
});

test('a link within the message stays within it', () => {
  expect(clean('<a href="#part">x</a><h2 id="part">y</h2>')).toBe(
    '<a href="#user-content-part">x</a><h2 id="user-content-part">y</h2>',
  );
});

test('names in a message cannot hide what the page relies on', () => {
  expect(clean('<a id="getElementById" name="body">x</a>')).not.toMatch(/(?:id|name)="(?:getElementById|body)"/);
});

test('remote pictures are counted and not loaded, inline ones wait for their file', () => {
  const { body, remotePictureCount } = cleanBody(
    '<img src="https://a.example/1.gif"><img src="//b.example/2.gif"><img src="cid:3@x">',
    window,
  );
  const [first, second, third] = body.querySelectorAll('img');
  expect(remotePictureCount).toBe(2);
  expect(first?.dataset['remoteSrc']).toBe('https://a.example/1.gif');
  expect(second?.hasAttribute('src')).toBe(false);
  expect(third?.dataset['cid']).toBe('3@x');
  expect(third?.hasAttribute('src')).toBe(false);
});
