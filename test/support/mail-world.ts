import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect } from '@jest/globals';
import mongoose from 'mongoose';
import pino from 'pino';
import type { Context } from '../../server/context.ts';
import { createMailTransports } from '../../server/mail/transports.ts';
import { writeAttachmentFile } from '../../server/security/attachment-file.ts';
import { openKeyRing } from '../../server/security/keys.ts';
import { type MessageContent, sealMessageContent, sealSubject } from '../../server/security/message-content.ts';
import { randomId } from '../../server/security/random-id.ts';
import type { MessageDocument, MessageRecipient } from '../../server/store/message-document.ts';
import { insertMessage } from '../../server/store/messages.ts';
import { cheapPasswordHashes } from './cheap-password-hashes.ts';
import { useDatabase } from './database.ts';
import { unknownLogFields } from './log-fields.ts';
import { type MailSink, openMailSink } from './mail-sink.ts';
import { testConfig } from './test-config.ts';

/** What a test chooses about a message; the rest is a plain message of Alex Morgan to Pat Doe. */
export interface MessageWish {
  readonly author?: Partial<MessageDocument['author']>;
  readonly recipients?: readonly Partial<MessageRecipient>[];
  readonly content?: Partial<Pick<MessageContent, 'subject' | 'html'>>;
  readonly files?: readonly { name: string; bytes: Buffer; contentType?: string; contentId?: string }[];
  readonly thread?: Partial<Pick<MessageDocument, 'threadId' | 'inReplyTo'>>;
}

/** A server's mail side on a database of its own, with a turnable clock and a sink on both routes. */
export interface MailWorld {
  context: Context;
  sink: MailSink;
  now: Date;
  /** Everything logged so far. */
  log: string;
  /** A second server process on the same database. */
  anotherContext(settings?: Record<string, string>): Context;
  aMessage(wish?: MessageWish): Promise<MessageDocument>;
}

const START = new Date('2026-11-22T09:00:00Z');

/** Gives each test of a file a fresh mail world; set-up and tear-down are its own. */
export function useMailWorld(settings: Record<string, string> = {}): MailWorld {
  useDatabase();
  const world = {} as MailWorld;
  const opened: Context[] = [];
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mail-world-'));
    const rootKeyFile = path.join(folder, 'root.key');
    await writeFile(rootKeyFile, randomBytes(32).toString('base64'));
    await Promise.all((await mongoose.connection.db?.collections())?.map((collection) => collection.deleteMany({})) ?? []);
    world.sink = await openMailSink();
    world.now = START;
    world.log = '';
    const clock = { now: () => world.now };
    const keys = await openKeyRing(rootKeyFile, clock);
    const log = pino({ level: 'debug' }, { write: (line: string) => void (world.log += line) });
    world.anotherContext = (more = {}) => {
      const config = testConfig({ ...towards(world.sink.url), ...settings, ...more });
      const staffIdentity = { verify: () => Promise.reject(new Error('nobody signs in here')) };
      opened.push({
        config,
        clock,
        keys,
        log,
        staffIdentity,
        passwordHashes: cheapPasswordHashes(),
        transports: createMailTransports(config),
        wakeWorker: () => undefined,
      });
      return opened[opened.length - 1] as Context;
    };
    world.context = world.anotherContext();
    world.aMessage = (wish = {}) => storeMessage(wish, world);
  });
  afterEach(async () => {
    for (const { transports } of opened.splice(0)) transports.close();
    await world.sink.close();
    await rm(folder, { recursive: true });
    expect(unknownLogFields(world.log.split('\n').filter(Boolean))).toEqual([]);
  });
  return world;
}

function towards(url: string): Record<string, string> {
  const origin = { PUBLIC_ORIGIN: 'https://secure.harbour.example', ORGANISATION_TIME_ZONE: 'UTC' };
  return { ...origin, RELAY_SMTP_URL: url, ORGANISATION_SMTP_URL: url };
}

const pat: Partial<MessageRecipient> = { address: 'pat@client.example', name: 'Pat Doe', kind: 'to', route: 'portal' };

async function storeMessage(wish: MessageWish, { context, now }: MailWorld): Promise<MessageDocument> {
  const _id = randomId();
  const files = await Promise.all((wish.files ?? []).map((file) => storeFile(file, context)));
  const content = {
    subject: 'Your scan results',
    html: '<p>All is well.</p>',
    ...wish.content,
    attachments: files.map((file) => file.content),
  };
  const dataKey = await context.keys.newDataKey(_id);
  const message: MessageDocument = {
    _id,
    state: 'accepted',
    author: { kind: 'staff', id: 'alex', address: 'alex@harbour.example', name: 'Alex Morgan', deliveryId: null, ...wish.author },
    digest: 'unused',
    threadId: wish.thread?.threadId ?? _id,
    inReplyTo: wish.thread?.inReplyTo ?? null,
    key: dataKey.wrapped,
    sealedContent: sealMessageContent(content, _id, dataKey),
    sealedSubject: sealSubject(content.subject, _id, dataKey),
    recipients: (wish.recipients ?? [pat]).map((recipient) => ({
      ...newRecipient(now),
      ...pat,
      ...recipient,
    })) as MessageRecipient[],
    attachments: files.map((file) => file.stored),
    policy: { allowReply: true, allowReplyAll: true, allowPrint: true, allowDownload: true },
    createdAt: now,
    acceptedAt: now,
    version: 1,
    isProjectionOwed: false,
  };
  await insertMessage(message);
  return message;
}

function newRecipient(now: Date): Partial<MessageRecipient> {
  const expiresAt = new Date(now.getTime() + 30 * 24 * 3600 * 1000);
  const nothingYet = { recalledAt: null, notifiedAt: null, bouncedAt: null, repliedAt: null, openings: {}, downloads: {} };
  return { deliveryId: randomId(), accountId: null, expiresAt, ...nothingYet };
}

type File = NonNullable<MessageWish['files']>[number];

async function storeFile({ name, bytes, contentType = 'application/pdf', contentId }: File, { keys }: Context) {
  const attachmentId = randomId();
  const { key, wrapped } = await keys.newDataKey(attachmentId);
  await writeAttachmentFile(attachmentId, key, Readable.from([bytes]));
  return {
    content: { attachmentId, name, size: bytes.length, contentType, contentId: contentId ?? null },
    stored: { attachmentId, size: bytes.length, digest: 'unused', key: wrapped },
  };
}
