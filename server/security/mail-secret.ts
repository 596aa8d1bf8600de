import type { OutboxDocument } from '../store/outbox.ts';
import type { Keys } from './keys.ts';
import { sealBytes, unsealBytes } from './seal.ts';

const KIND = 'mail-secret';

/** A secret as it waits in the outbox row `mailId`: sealed under a key of its own. */
export async function sealMailSecret(
  mailId: string,
  secret: string,
  keys: Keys,
): Promise<Required<Pick<OutboxDocument, 'sealedSecret' | 'key'>>> {
  const { key, wrapped } = await keys.newDataKey(mailId);
  return { sealedSecret: sealBytes(key, { kind: KIND, id: mailId }, Buffer.from(secret, 'utf8')), key: wrapped };
}

/** The secret that an outbox row carries. @throws when it carries none or was altered */
export async function unsealMailSecret(
  { _id, sealedSecret, key }: Pick<OutboxDocument, '_id' | 'sealedSecret' | 'key'>,
  keys: Keys,
): Promise<string> {
  if (!sealedSecret || !key) throw new Error('the mail carries no secret');
  return unsealBytes(await keys.openDataKey(key, _id), { kind: KIND, id: _id }, sealedSecret).toString('utf8');
}
