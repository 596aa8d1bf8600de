import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openOutlook, sendSecurely, writeDraft } from '../support/outlook-page.ts';
import { type MailSink, openMailSink } from '../support/mail-sink.ts';
import { JOURNEY_PASSWORD } from '../support/journey-password.ts';
import { linkIn } from '../support/link-in.ts';
import { download, enrolByLink, readBody, signIn } from '../support/portal-page.ts';
import { useProduct } from '../support/use-product.ts';

const withoutWorker = useProduct({ WORKER: 'no' }, 'its own');

test('a server killed between accepting and notifying sends the one notification after its start, and nothing is lost when it is stopped and started', async () => {
  const { product } = withoutWorker;
  const address = 'killed@client.example';
  const alex = await withoutWorker.person();
  await openOutlook(alex, product.origin);
  const report = { name: 'report.pdf', mimeType: 'application/pdf', buffer: randomBytes(300_000) };
  await writeDraft(alex, { to: address, subject: 'Safe', html: '<p>Nothing is lost.</p>', files: [report] });
  await sendSecurely(alex, 1);
  await product.kill();
  await product.start();
  const [notification, ...copies] = await product.mailsTo(address);
  if (!notification) throw new Error('no notification');
  expect(copies).toEqual([]);

  const reader = await withoutWorker.person();
  await enrolByLink(reader, product, address);
  expect(await readBody(reader)).toContain('Nothing is lost.');
  const mails = await product.mails();
  await product.stop();
  await product.start();
  await reader.reload();
  expect(await readBody(reader)).toContain('Nothing is lost.');
  const again = await withoutWorker.person();
  await again.goto(linkIn(notification));
  await signIn(again, JOURNEY_PASSWORD, address);
  expect(await readBody(again)).toContain('Nothing is lost.');
  expect((await download(again, /report\.pdf/)).bytes.equals(report.buffer)).toBe(true);
  const mailsLater = await product.mails();
  expect(mailsLater.map(({ id }) => id)).toEqual(expect.arrayContaining(mails.map(({ id }) => id)));
  expect(mailsLater.filter(({ to, subject }) => to === address && subject.startsWith('Secure message'))).toHaveLength(1);
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
