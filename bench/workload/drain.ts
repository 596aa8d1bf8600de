import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { addressMail } from '../../server/mail/address-mail.ts';
import { composeMail } from '../../server/mail/compose-mail.ts';
import { acceptMessage } from '../../server/message/accept-message.ts';
import { projectMessage } from '../../server/message/project-message.ts';
import type { OutboxDocument } from '../../server/store/outbox.ts';
import { compare } from '../measure/compare.ts';
import { drive } from '../measure/drive.ts';
import type { Figure } from '../measure/figure.ts';
import type { Stage } from '../stage/open-stage.ts';
import { findFreePort, startServerProcess } from '../stage/server-process.ts';
import type { WorkloadSize } from './workload-size.ts';

/** As many connections as the product opens on a route. */
const CONNECTIONS = 5;
const WITHIN_MS = 120_000;

/** Notifications owed, drained by the product's worker, beside the same mail sent as often by nodemailer's pool, to the same mail server. Both are
 *  timed by that server, from the first mail to the last. */
export async function measureDrain(stage: Stage, { repetitions, mails }: WorkloadSize): Promise<Figure[]> {
  const [port, smtpPort] = [await findFreePort(), await findFreePort()];
  const environment = { PORT: String(port), SMTP_PORT: String(smtpPort) };
  const sink = await startServerProcess({ script: 'bench/floor/mail-sink.ts', port, environment, readyPath: '/' });
  await seedMails(stage, mails);
  const product = await stage.startProduct({ WORKER: 'yes', RELAY_SMTP_URL: `smtp://127.0.0.1:${smtpPort}` });
  const mail = await aNotification(stage);
  const pool = createTransport({
    ...{ pool: true, host: '127.0.0.1', port: smtpPort, maxConnections: CONNECTIONS, ignoreTLS: true },
    allowInternalNetworkInterfaces: true,
  });
  const rate = async (begin: () => Promise<unknown>) => {
    await fetch(`http://127.0.0.1:${port}/forget`);
    await begin();
    return mails / (await secondsUntil(port, mails));
  };
  const figure = await compare({
    workload: 'notifications drained, 1 recipient each',
    unit: 'mails/s',
    target: { atLeast: 0.7 },
    repetitions,
    product: async () => {
      const measured = await rate(oweAgain);
      await assertSettled(mails);
      return measured;
    },
    against: () => rate(() => drive(mails, 4 * CONNECTIONS, async () => void (await pool.sendMail(mail)))),
  });
  pool.close();
  await Promise.all([product.stop(), sink.stop()]);
  return [figure];
}

const outbox = () => mongoose.connection.collection<OutboxDocument>('outbox');
const notifications = { kind: 'notification' } as const;

/** Messages as they are once they are projected: accounts, mailbox entries, and a mail owed to each recipient. */
async function seedMails({ context }: Stage, count: number): Promise<void> {
  await drive(count, 8, async (index) => {
    const { messageId } = await acceptMessage(
      {
        author: { kind: 'staff', id: 'bench.alex', address: 'alex@harbour.example', name: 'Alex Morgan', deliveryId: null },
        owner: 'staff:bench.alex',
        sendKey: randomBytes(16).toString('base64url'),
        recipients: [{ address: `reader${index}@client.example`, name: 'Pat Doe', kind: 'to', route: 'portal' }],
        subject: 'Your scan results',
        html: `<p>${'All is well. '.repeat(315)}</p>`,
        attachments: [],
        maxAttachmentsBytes: 0,
        expiresInDays: 30,
        policy: { allowReply: true, allowReplyAll: true, allowPrint: true, allowDownload: true },
        answers: null,
      },
      context,
    );
    await projectMessage(messageId, context);
  });
  await outbox().updateMany(notifications, { $set: { state: 'sent' } });
}

/** The same mails once more: due now, and their recipients not told yet. */
async function oweAgain(): Promise<void> {
  await mongoose.connection.collection('messages').updateMany({}, { $set: { 'recipients.$[].notifiedAt': null } });
  const begun = { state: 'due', attempts: 0, leaseId: null, settledAt: null, dueAt: new Date() } as const;
  await outbox().updateMany(notifications, { $set: begun });
}

async function aNotification({ context }: Stage): Promise<SendMailOptions> {
  const row = await outbox().findOne(notifications);
  assert.ok(row);
  const mail = await composeMail(row, context);
  assert.ok(mail);
  return addressMail(mail, row, context);
}

async function secondsUntil(port: number, count: number): Promise<number> {
  for (const giveUpAt = Date.now() + WITHIN_MS; Date.now() < giveUpAt; await wait(50)) {
    const told = (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as { count: number; seconds: number };
    assert.ok(told.count <= count, 'a mail was sent twice');
    if (told.count === count) return told.seconds;
  }
  throw new Error('the mails did not arrive in time');
}

async function assertSettled(count: number): Promise<void> {
  const settled = async () => outbox().countDocuments({ ...notifications, state: 'sent', lastError: null });
  for (const giveUpAt = Date.now() + 10_000; (await settled()) < count; await wait(100)) assert.ok(Date.now() < giveUpAt);
  const told = await mongoose.connection.collection('messages').countDocuments({ 'recipients.notifiedAt': { $ne: null } });
  assert.equal(told, count);
}
