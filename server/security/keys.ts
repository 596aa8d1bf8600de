import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { Clock } from '../context.ts';
import { cacheForAMinute } from './cache-for-a-minute.ts';
import { createRingReader, type KeyRing } from './key-ring.ts';
import { lengthDelimited } from './length-delimited.ts';
import { readRootKeyFile } from './root-key-file.ts';
import { keyBytes } from './seal-format.ts';
import { sealBytes, unsealBytes } from './seal.ts';

/** A data key as it is stored beside the object it seals. */
export interface WrappedKey {
  readonly keyId: string;
  readonly wrapped: Buffer;
}

/** A new data key, open and wrapped. */
export interface DataKey {
  readonly key: Buffer;
  readonly wrapped: WrappedKey;
}

/** All that the server does with keys. */
export interface Keys {
  /** A random key for one object, wrapped by the current ring key and bound to the object's id. */
  newDataKey(objectId: string): Promise<DataKey>;
  /** Opens a data key for the object it was made for.
   *  @throws SealBrokenError for another object, RingKeyGoneError when its ring key was destroyed or never was in this database */
  openDataKey(wrapped: WrappedKey, objectId: string): Promise<Buffer>;
  /** HMAC-SHA-256 (32 bytes) over the label and the parts, each behind its length, under a key that no rotation changes. */
  hash(label: string, ...parts: string[]): Buffer;
}

/** What a data key was wrapped with is no longer there, or never was in this database. */
export class RingKeyGoneError extends Error {
  override readonly name = 'RingKeyGoneError';
}

/** Opens the key ring of the database with the key in the root key file; makes the first keys where there are none.
 *  @throws RootKeyError when the file is missing, is no root key, or is that of another database */
export async function openKeyRing(rootKeyFile: string, clock: Clock): Promise<Keys> {
  const readRing = createRingReader(await readRootKeyFile(rootKeyFile), rootKeyFile);
  const ring = cacheForAMinute(() => readRing(clock.now()), clock);
  const hashKey = createSecretKey((await ring.fresh()).hashKey);

  return {
    async newDataKey(objectId) {
      const current = await ring.fresh();
      const key = randomBytes(keyBytes);
      const wrapped = sealBytes(findRingKey(current, current.currentId), dataKeyBinding(objectId), key);
      return { key, wrapped: { keyId: current.currentId, wrapped } };
    },
    async openDataKey({ keyId, wrapped }, objectId) {
      const known = await ring.fresh();
      const isKnown = known.ringKeys.has(keyId) || known.destroyedIds.has(keyId);
      const key = findRingKey(isKnown ? known : await ring.reread(), keyId);
      return unsealBytes(key, dataKeyBinding(objectId), wrapped);
    },
    hash(label, ...parts) {
      return createHmac('sha256', hashKey)
        .update(lengthDelimited([label, ...parts]))
        .digest();
    },
  };
}

function dataKeyBinding(objectId: string) {
  return { kind: 'data-key', id: objectId };
}

function findRingKey({ ringKeys, destroyedIds }: KeyRing, keyId: string): Buffer {
  const key = ringKeys.get(keyId);
  if (key) return key;
  if (destroyedIds.has(keyId)) throw new RingKeyGoneError(`The ring key ${keyId} was destroyed: what it sealed stays sealed`);
  throw new RingKeyGoneError(`The ring key ${keyId} is not in the key ring of this database`);
}
