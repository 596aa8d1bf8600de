import { createHash } from 'node:crypto';
import { Router } from 'express';
import type mongoose from 'mongoose';
import { floorCollections, floorRootKey } from './floor-mailbox.ts';
import { plainOpen } from './plain-seal.ts';

const pageLength = 50;
const countedUnread = 100;

const open = (key: Buffer, sealed: Buffer) => JSON.parse(plainOpen(key, sealed).toString('utf8')) as Record<string, unknown>;
const idOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** `GET /page` and `POST /open/:id` with the session as a bearer token: the reads, writes and ciphers of the product's mailbox. */
export function mailboxFloor(database: mongoose.mongo.Db): Router {
  const { sessions, accounts, deliveries, messages } = floorCollections(database);
  const router = Router();

  const accountOf = async (token = ''): Promise<string> => {
    const session = await sessions.findOne({ _id: idOf(token), idleEndsAt: { $gt: new Date() } });
    if (!session) throw new Error('not signed in');
    return session.accountId;
  };

  router.get('/page', async (request, response) => {
    const accountId = await accountOf(request.headers.authorization);
    const { before } = request.query as { before?: string };
    const start = before === undefined ? {} : { sentAt: { $lt: new Date(Number(before)) } };
    const [account, rows, unread] = await Promise.all([
      accounts.findOne({ _id: accountId }),
      deliveries
        .find({ accountId, folder: 'inbox', ...start }, { sort: { sentAt: -1, _id: -1 }, hint: 'folder', limit: pageLength + 1 })
        .toArray(),
      deliveries
        .find({ accountId, folder: 'inbox', isUnread: true }, { projection: { _id: 1 }, hint: 'unread', limit: countedUnread })
        .toArray(),
    ]);
    if (!account) throw new Error('no account');
    const key = plainOpen(floorRootKey, account.key);
    const entries = rows.slice(0, pageLength).map(({ _id, sentAt, expiresAt, isUnread, sealedSummary }) => {
      return { deliveryId: _id, ...open(key, sealedSummary), sentAt, expiresAt, isUnread, state: 'readable' };
    });
    response.json({
      entries,
      nextCursor: rows.length > pageLength ? entries.at(-1)?.sentAt.getTime() : null,
      unreadCount: unread.length,
    });
  });

  router.post('/open/:deliveryId', async (request, response) => {
    const accountId = await accountOf(request.headers.authorization);
    const { deliveryId } = request.params;
    const delivery = await deliveries.findOne({ _id: deliveryId, accountId });
    const now = new Date();
    const message = await messages.findOneAndUpdate(
      {
        _id: delivery?.messageId ?? '',
        recipients: { $elemMatch: { deliveryId, accountId, recalledAt: null, expiresAt: { $gt: now } } },
      },
      { $min: { 'recipients.$.firstAt': now }, $max: { 'recipients.$.lastAt': now } },
      { returnDocument: 'after' },
    );
    if (!message) throw new Error('not readable');
    await deliveries.updateOne({ _id: deliveryId, accountId, isUnread: true }, { $set: { isUnread: false } });
    const { subject, html } = open(plainOpen(floorRootKey, message.key), message.sealedContent);
    response.json({ deliveryId, subject, html, sentAt: message.acceptedAt, attachments: [] });
  });
  return router;
}
