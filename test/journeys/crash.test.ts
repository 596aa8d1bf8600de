import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOutlook, sendSecurely, writeDraft } from '../support/outlook-page.ts';
import { type MailSink, openMailSink } from '../support/mail-sink.ts';
import { enrolByLink, readBody } from '../support/portal-page.ts';
import { useProduct } from '../support/use-product.ts';

const withoutWorker = useProduct({ WORKER: 'no' });

test('a server killed between accepting and notifying owes the notification and sends it once after its start', async () => {
  const { product } = withoutWorker;
  const alex = await withoutWorker.person();
  await openOutlook(alex, product.origin);
  const files = [{ name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(300_000, 7) }];
  await writeDraft(alex, { to: 'killed@client.example', subject: 'Safe', html: '<p>Nothing is lost.</p>', files });
  await sendSecurely(alex, 1);
  await product.kill();
  await product.start();
  expect(await product.mailsTo('killed@client.example')).toHaveLength(1);

  const reader = await withoutWorker.person();
  await enrolByLink(reader, product, 'killed@client.example');
  expect(await readBody(reader)).toContain('Nothing is lost.');
  await product.kill();
  await product.start();
  expect(
    (await product.mailsTo('killed@client.example')).filter((mail) => mail.subject.startsWith('Secure message')),
  ).toHaveLength(1);
}, 180_000);

let relay: MailSink;
beforeAll(async () => {
  relay = await openMailSink();
});
afterAll(() => relay.close());

test('while the mail server is down messages are accepted, and everything arrives when it is back', async () => {
  const { product } = withoutWorker;
  await product.kill();
  await relay.pause();
  await product.start({ RELAY_SMTP_URL: relay.url, RELAY_SMTP_TLS: 'none' });
  for (const address of ['down1@client.example', 'down2@client.example']) {
    const alex = await withoutWorker.person();
    await openOutlook(alex, product.origin);
    await writeDraft(alex, { to: address, subject: 'Later', html: '<p>Later.</p>' });
    await sendSecurely(alex, 1);
  }
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(relay.mails).toHaveLength(0);
  await relay.resume();
  const until = Date.now() + 90_000;
  while (relay.mails.length < 2 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 500));
  expect(relay.mails.flatMap((mail) => mail.to).sort()).toEqual(['down1@client.example', 'down2@client.example']);
}, 180_000);
