import { randomBytes } from 'node:crypto';
import express, { Router } from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type mongoose from 'mongoose';
import { plainSeal } from './plain-seal.ts';

interface FloorMessage {
  readonly _id: string;
  readonly sealed: Buffer;
  /** Brings the document to the size of the product's. */
  readonly filler: Buffer;
}

/** `POST /send`: verifies the token, parses the JSON, seals it and inserts one document as large as the product's (`x-filler` bytes more). */
export function sendFloor(database: mongoose.mongo.Db, issuer: string, audience: string): Router {
  const key = randomBytes(32);
  const keys = createRemoteJWKSet(new URL(`${issuer.replace(/\/v2\.0$/, '')}/discovery/v2.0/keys`));
  const messages = database.collection<FloorMessage>('messages');
  const router = Router();
  router.post('/send', express.json({ limit: '12mb' }), async (request, response) => {
    const [, token = ''] = (request.headers.authorization ?? '').split(' ');
    await jwtVerify(token, keys, { issuer, audience, algorithms: ['RS256'] });
    const { subject, html } = request.body as { subject: string; html: string };
    const _id = randomBytes(16).toString('base64url');
    const sealed = plainSeal(key, Buffer.from(JSON.stringify({ subject, html, attachments: [] })));
    await messages.insertOne({ _id, sealed, filler: Buffer.alloc(Number(request.headers['x-filler'])) });
    response.status(201).json({ messageId: _id, acceptedAt: new Date().toISOString(), recipientCount: 1 });
  });
  return router;
}
